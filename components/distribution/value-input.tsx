"use client";

import { FieldErrors } from "@/components/forms/field";
import { useField } from "@/components/forms/form-context";

/** A value in its cell of the table; its name is said to who does not see the row. */
export function ValueInput({ name, label }: { name: string; label: string }) {
  const { id, kept, errors } = useField(name);
  const wrong = errors.length > 0;
  return (
    <span className={wrong ? "invalid" : undefined}>
      <FieldErrors id={`${id}-error`} errors={errors} />
      <input
        type="text"
        className="amount w-s"
        id={id}
        name={name}
        aria-label={label}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-error` : undefined}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={kept ?? ""}
      />
    </span>
  );
}
