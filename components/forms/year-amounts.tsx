"use client";

import type { ReactNode } from "react";
import { FieldErrors } from "./field";
import { useForm } from "./form-context";

type YearAmountsProps = {
  /** Fields are called `name.2026`; sentences about all years together belong to `name`. */
  name: string;
  legend: ReactNode;
  years: readonly number[];
  /** Per year what stands there first, in Dutch notation. */
  defaultValues?: Readonly<Record<number, string>>;
  /** Under the years: what they add up to, said by the server. */
  children?: ReactNode;
};

/** An amount for each year of a tranche. */
export function YearAmounts({ name, legend, years, defaultValues = {}, children }: YearAmountsProps) {
  const { state, prefix } = useForm();
  const together = state.fieldErrors[name] ?? [];
  const errorsOf = (year: number) => state.fieldErrors[`${name}.${year}`] ?? [];
  const all = [...together, ...years.flatMap(errorsOf)];
  const errorId = `${prefix}${name}-error`;
  return (
    <fieldset>
      <legend className="group">{legend}</legend>
      <div className={all.length > 0 ? "invalid" : undefined}>
        <FieldErrors id={errorId} errors={[...new Set(all)]} />
        <div className="years" id={prefix + name} tabIndex={-1}>
          {years.map((year) => {
            const field = `${name}.${year}`;
            const wrong = errorsOf(year).length > 0;
            return (
              <div key={year}>
                <label htmlFor={prefix + field}>{year}</label>
                <span className="money">
                  <input
                    type="text"
                    className="amount"
                    id={prefix + field}
                    name={field}
                    inputMode="decimal"
                    autoComplete="off"
                    defaultValue={
                      (state.status === "refused" ? state.values[field] : undefined) ??
                      defaultValues[year] ??
                      ""
                    }
                    aria-invalid={wrong ? true : undefined}
                    aria-describedby={all.length > 0 ? errorId : undefined}
                  />
                </span>
              </div>
            );
          })}
        </div>
        {children}
      </div>
    </fieldset>
  );
}
