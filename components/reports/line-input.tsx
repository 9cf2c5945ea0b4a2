"use client";

import { useField } from "@/components/forms/form-context";

type LineInputProps = {
  name: string;
  /** Area, theme and column: the table has no room for a label at every field. */
  label: string;
  defaultValue: string;
  mode?: "decimal" | "numeric" | "text";
  /** Ids of the sentences that a rule has about this field. */
  describedBy?: string;
};

/** One amount or count in a table of fields. Keeps what was typed, also when it cannot be read. */
export function LineInput({ name, label, defaultValue, mode = "decimal", describedBy }: LineInputProps) {
  const { id, kept, errors } = useField(name);
  const described = [describedBy, errors.length > 0 ? `${id}-error` : undefined].filter(Boolean).join(" ");
  return (
    <input
      id={id}
      name={name}
      type="text"
      inputMode={mode}
      autoComplete="off"
      aria-label={label}
      defaultValue={kept ?? defaultValue}
      aria-invalid={described === "" ? undefined : true}
      aria-describedby={described === "" ? undefined : described}
    />
  );
}
