"use client";

import type { ReactNode } from "react";
import { FieldErrors } from "@/components/forms/field";
import { useField } from "@/components/forms/form-context";

type LineQuestionProps = { name: string; label: ReactNode; hint?: ReactNode; defaultValue: string };

/** A question under the line that asks for it. */
export function LineQuestion({ name, label, hint, defaultValue }: LineQuestionProps) {
  const { id, kept, errors } = useField(name);
  const described = [hint !== undefined && `${id}-hint`, errors.length > 0 && `${id}-error`].filter(Boolean);
  return (
    <div className="ask">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <FieldErrors id={`${id}-error`} errors={errors} />
      <textarea
        id={id}
        name={name}
        rows={2}
        defaultValue={kept ?? defaultValue}
        aria-invalid={errors.length > 0 ? true : undefined}
        aria-describedby={described.length === 0 ? undefined : described.join(" ")}
      />
    </div>
  );
}
