"use client";

import { Field, type FieldProps } from "./field";
import { useField } from "./form-context";

/**
 * An amount as text. A number field would turn a pasted "1234567.89" into another amount without a word; here the
 * server reads what was typed and says so when it is not clear.
 */
export function MoneyField({ defaultValue = "", ...field }: FieldProps & { defaultValue?: string }) {
  const { id, kept, errors } = useField(field.name);
  return (
    <Field {...field} id={id} errors={errors}>
      {(control) => (
        <span className="money">
          <input
            {...control}
            type="text"
            className="amount"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={kept ?? defaultValue}
          />
        </span>
      )}
    </Field>
  );
}
