"use client";

import type { ReactNode } from "react";
import { FieldErrors, type FieldProps } from "./field";
import { useField } from "./form-context";

export type Choice = { readonly value: string; readonly label: ReactNode; readonly hint?: ReactNode };

type ChoiceFieldProps = FieldProps & { choices: readonly Choice[]; defaultValue?: string };

/** One of a few, all of them visible. */
export function ChoiceField({ name, label, hint, choices, defaultValue }: ChoiceFieldProps) {
  const { id, kept, errors } = useField(name);
  const chosen = kept ?? defaultValue;
  return (
    <fieldset
      className={errors.length > 0 ? "invalid" : undefined}
      aria-describedby={errors.length > 0 ? `${id}-error` : undefined}
    >
      <legend>{label}</legend>
      {hint !== undefined && <span className="hint">{hint}</span>}
      <FieldErrors id={`${id}-error`} errors={errors} />
      <div className="choices">
        {choices.map((choice, index) => {
          // The error summary links to the field's id, so the first choice carries it.
          const own = index === 0 ? id : `${id}-${choice.value}`;
          return (
            <div className="choice" key={choice.value}>
              <input
                key={chosen}
                type="radio"
                id={own}
                name={name}
                value={choice.value}
                defaultChecked={chosen === choice.value}
                aria-describedby={choice.hint === undefined ? undefined : `${own}-hint`}
              />
              <label htmlFor={own}>{choice.label}</label>
              {choice.hint !== undefined && (
                <span className="hint" id={`${own}-hint`}>
                  {choice.hint}
                </span>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
