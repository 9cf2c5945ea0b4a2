"use client";

import { cellName, isYearField } from "@/lib/domain/entry/entry-fields";
import type { Hands } from "./use-hands";

type GridCellProps = {
  row: number;
  field: string;
  label: string;
  value: string;
  errors: readonly string[];
  errorWord: string;
  /** Id of the list of what can be chosen. */
  list?: string;
  hands: Hands;
};

/** One cell: what was typed stays as it was typed, with under it what is wrong with it. */
export function GridCell({ row, field, label, value, errors, errorWord, list, hands }: GridCellProps) {
  const id = cellName(row, field);
  const bad = errors.length > 0;
  const money = isYearField(field);
  return (
    <td className={`cell ${money ? "amount" : "text"}${bad ? " bad" : ""}`}>
      <input
        id={id}
        name={id}
        type="text"
        value={value}
        onChange={(event) => hands.change(row, field, event.target.value)}
        onPaste={hands.paste}
        onKeyDown={hands.press}
        onFocus={hands.enter}
        onBlur={hands.leave}
        list={list}
        inputMode={money ? "decimal" : undefined}
        autoComplete="off"
        aria-label={label}
        aria-invalid={bad || undefined}
        aria-describedby={bad ? `${id}-error` : undefined}
      />
      {bad && (
        <span className="error" id={`${id}-error`}>
          <span className="hidden">{errorWord}: </span>
          {errors.join(" ")}
        </span>
      )}
    </td>
  );
}
