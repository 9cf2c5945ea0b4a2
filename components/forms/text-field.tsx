"use client";

import { Field, type FieldProps } from "./field";
import { useField } from "./form-context";

type TextFieldProps = FieldProps & {
  defaultValue?: string;
  width?: "s" | "m" | "full";
  type?: "text" | "email" | "password" | "search";
  inputMode?: "text" | "numeric" | "decimal" | "email" | "search";
  autoComplete?: string;
  readOnly?: boolean;
  maxLength?: number;
  className?: string;
};

export function TextField({
  defaultValue = "",
  width = "full",
  type = "text",
  inputMode,
  autoComplete = "off",
  readOnly,
  maxLength,
  className,
  ...field
}: TextFieldProps) {
  const { id, kept, errors } = useField(field.name);
  return (
    <Field {...field} id={id} errors={errors} className={className}>
      {(control) => (
        <input
          {...control}
          type={type}
          className={width === "full" ? undefined : `w-${width}`}
          defaultValue={type === "password" ? "" : (kept ?? defaultValue)}
          inputMode={inputMode}
          autoComplete={autoComplete}
          readOnly={readOnly}
          maxLength={maxLength}
        />
      )}
    </Field>
  );
}
