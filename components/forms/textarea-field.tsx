"use client";

import { Field, type FieldProps } from "./field";
import { useField } from "./form-context";

type TextareaFieldProps = FieldProps & { defaultValue?: string; rows?: number; wide?: boolean };

export function TextareaField({ defaultValue = "", rows = 3, wide = false, ...field }: TextareaFieldProps) {
  const { id, kept, errors } = useField(field.name);
  return (
    <Field {...field} id={id} errors={errors} className={wide ? "field-wide" : undefined}>
      {(control) => <textarea {...control} rows={rows} defaultValue={kept ?? defaultValue} />}
    </Field>
  );
}
