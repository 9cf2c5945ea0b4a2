"use client";

import { useField } from "@/components/forms/form-context";
import type { Option } from "@/components/forms/select-field";

type CorrectsFieldProps = { name: string; label: string; defaultValue: string; options: readonly Option[] };

/** Which earlier entry a correction is about. */
export function CorrectsField({ name, label, defaultValue, options }: CorrectsFieldProps) {
  const { id, kept } = useField(name);
  const chosen = kept ?? defaultValue;
  return (
    // A new key makes a new select: React forgets what was chosen when an action puts the form back.
    <select key={chosen} id={id} name={name} aria-label={label} defaultValue={chosen}>
      {options.map(({ value, label: text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}
