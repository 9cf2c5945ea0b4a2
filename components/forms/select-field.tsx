"use client";

import { Field, type FieldProps } from "./field";
import { useField } from "./form-context";

export type Option = { readonly value: string; readonly label: string };
export type OptionGroup = { readonly group: string; readonly options: readonly Option[] };

type SelectFieldProps = FieldProps & {
  options: ReadonlyArray<Option | OptionGroup>;
  /** First line without a value, when nothing may be chosen by accident. */
  placeholder?: string;
  defaultValue?: string;
  className?: string;
};

export function SelectField({
  options,
  placeholder,
  defaultValue = "",
  className,
  ...field
}: SelectFieldProps) {
  const { id, kept, errors } = useField(field.name);
  const chosen = kept ?? defaultValue;
  return (
    <Field {...field} id={id} errors={errors} className={className}>
      {(control) => (
        // React puts a form back to its first values after an action, but forgets selects: a new key makes a new one.
        <select key={chosen} {...control} defaultValue={chosen}>
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) =>
            "group" in option ? (
              <optgroup key={option.group} label={option.group}>
                {option.options.map(choice)}
              </optgroup>
            ) : (
              choice(option)
            ),
          )}
        </select>
      )}
    </Field>
  );
}

function choice({ value, label }: Option) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
