"use client";

import type { ReactNode } from "react";
import { useForm } from "./form-context";

export type FieldProps = {
  name: string;
  label: ReactNode;
  /** What to fill in, with an example. */
  hint?: ReactNode;
  /** Fields are required unless they say so. */
  optional?: boolean;
};

/** What ties a control to its label, hint and sentences. */
export type ControlProps = {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

type FrameProps = FieldProps & {
  id: string;
  errors: readonly string[];
  className?: string;
  children: (control: ControlProps) => ReactNode;
};

/** Label, hint, then what is wrong, then the control: the order in which it is read. */
export function Field({
  id,
  name,
  label,
  hint,
  optional = false,
  errors,
  className = "",
  children,
}: FrameProps) {
  const { texts } = useForm();
  const described = [hint !== undefined && `${id}-hint`, errors.length > 0 && `${id}-error`]
    .filter(Boolean)
    .join(" ");
  return (
    <div className={`field ${className} ${errors.length > 0 ? "invalid" : ""}`.replace(/\s+/g, " ").trim()}>
      <label htmlFor={id}>
        {label}
        {optional && texts !== null && <span className="optional"> ({texts.optional})</span>}
      </label>
      {hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <FieldErrors id={`${id}-error`} errors={errors} />
      {children({
        id,
        name,
        "aria-describedby": described === "" ? undefined : described,
        "aria-invalid": errors.length > 0 ? true : undefined,
      })}
    </div>
  );
}

export function FieldErrors({ id, errors }: { id: string; errors: readonly string[] }) {
  const { texts } = useForm();
  if (errors.length === 0) return null;
  return (
    <span id={id}>
      {errors.map((error) => (
        <span className="error" key={error}>
          {texts !== null && <span className="hidden">{texts.error}: </span>}
          {error}
        </span>
      ))}
    </span>
  );
}
