"use client";

import type { ReactNode } from "react";
import { FieldErrors } from "@/components/forms/field";
import { useForm } from "@/components/forms/form-context";

type LineRowsProps = {
  /** Names of the fields on the line. */
  fields: readonly string[];
  columns: number;
  cells: ReactNode;
  notes: ReactNode;
  /** Whether the server has something to say under the line. */
  noted: boolean;
};

/** A line, and under it what is wrong or asked: by the rules, or because a field cannot be read. */
export function LineRows({ fields, columns, cells, notes, noted }: LineRowsProps) {
  const { state, prefix } = useForm();
  const wrong = fields.filter((name) => (state.fieldErrors[name] ?? []).length > 0);
  const explained = noted || wrong.length > 0;
  return (
    <>
      {/* On a phone the rows are blocks; the roles keep them a table. */}
      <tr role="row" className={explained ? "has-expl" : undefined}>
        {cells}
      </tr>
      {explained && (
        <tr role="row" className="expl">
          <td role="cell" colSpan={columns}>
            {wrong.map((name) => (
              <FieldErrors key={name} id={`${prefix}${name}-error`} errors={state.fieldErrors[name] ?? []} />
            ))}
            {notes}
          </td>
        </tr>
      )}
    </>
  );
}
