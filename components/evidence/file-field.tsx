"use client";

import { Field, type FieldProps } from "@/components/forms/field";
import { useField } from "@/components/forms/form-context";

/** A file; a browser never keeps one after a refusal, so it is chosen again. */
export function FileField(field: FieldProps) {
  const { id, errors } = useField(field.name);
  return (
    <Field {...field} id={id} errors={errors}>
      {(control) => <input {...control} type="file" accept=".pdf,.png,.jpg,.jpeg,.xlsx,.csv" />}
    </Field>
  );
}
