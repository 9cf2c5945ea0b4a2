"use client";

import type { ReactNode } from "react";
import { useField } from "@/components/forms/form-context";
import type { Option } from "@/components/forms/select-field";

type CorrectsFieldProps = {
  name: string;
  label: ReactNode;
  hint: string;
  defaultValue: string;
  options: readonly Option[];
};

/** Which earlier entry a correction is about. */
export function CorrectsField({ name, label, hint, defaultValue, options }: CorrectsFieldProps) {
  const { id, kept } = useField(name);
  const chosen = kept ?? defaultValue;
  return (
    <div className="ask">
      <label htmlFor={id}>{label}</label>
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
      {/* A new key makes a new select: React forgets what was chosen when an action puts the form back. */}
      <select key={chosen} id={id} name={name} defaultValue={chosen} aria-describedby={`${id}-hint`}>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
