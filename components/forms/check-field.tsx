"use client";

import type { ReactNode } from "react";
import { FieldErrors } from "./field";
import { useField, useForm } from "./form-context";

type CheckFieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  defaultChecked?: boolean;
};

/** Yes or no; an unticked box sends nothing. */
export function CheckField({ name, label, hint, value = "on", defaultChecked = false }: CheckFieldProps) {
  const { id, kept, errors } = useField(name);
  const { state } = useForm();
  const ticked = state.status === "refused" ? kept === value : defaultChecked;
  const described = [hint !== undefined && `${id}-hint`, errors.length > 0 && `${id}-error`]
    .filter(Boolean)
    .join(" ");
  return (
    <div className={errors.length > 0 ? "field invalid" : "field"}>
      <FieldErrors id={`${id}-error`} errors={errors} />
      <div className="choice">
        <input
          key={String(ticked)}
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={ticked}
          aria-describedby={described === "" ? undefined : described}
          aria-invalid={errors.length > 0 ? true : undefined}
        />
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && (
          <span className="hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </div>
    </div>
  );
}
