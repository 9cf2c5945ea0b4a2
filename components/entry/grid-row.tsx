"use client";

import { memo, useMemo } from "react";
import { type EntryRow, entryFields, isEmptyRow, isYearField } from "@/lib/domain/entry/entry-fields";
import { rowSum } from "@/lib/domain/entry/grid-totals";
import { type EntryContext, readRow } from "@/lib/domain/entry/read-row";
import type { Locale } from "@/lib/views/locale";
import { amountParts } from "@/lib/views/money";
import { AmountText } from "../signs/amount-text";
import { GridCell } from "./grid-cell";
import { filled, type GridWords } from "./grid-words";
import type { Hands } from "./use-hands";

export type GridRowProps = {
  index: number;
  row: EntryRow;
  context: EntryContext;
  words: GridWords;
  locale: Locale;
  /** The cell that is being typed in is left in peace. */
  focused: string | null;
  /** What the server said about cells of this line that still hold what it saw. */
  said: Readonly<Record<string, readonly string[]>> | undefined;
  hands: Hands;
};

const LISTS: Readonly<Record<string, string>> = { areaId: "gebieden", themeId: "themas" };

/** One line of the grid, made again only when something on it changes. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { index, row, context, words, locale, focused, said, hands } = props;
  const reasons = useMemo(() => (isEmptyRow(row) ? [] : readRow(row, context).reasons), [row, context]);
  const total = rowSum(row, context.years);
  const errorsOf = (field: string): readonly string[] => {
    if (focused === field) return [];
    const live = reasons.filter((reason) => reason.field === field);
    if (live.length === 0) return said?.[field] ?? [];
    return live.map(({ code, facts = {} }) =>
      filled(words.reasons[code.split(".").at(-1) ?? ""] ?? "", facts),
    );
  };
  const cell = (field: string) => (
    <GridCell
      key={field}
      row={index}
      field={field}
      label={filled(words.cell, { column: words.columns[field] ?? field, line: index + 1 })}
      value={row[field] ?? ""}
      errors={errorsOf(field)}
      errorWord={words.error}
      list={LISTS[field]}
      hands={hands}
    />
  );
  const fields = entryFields(context.years);
  const before = fields.slice(0, fields.findLastIndex(isYearField) + 1);
  return (
    <tr>
      <th scope="row" className="rowno">
        {index + 1}
      </th>
      {before.map(cell)}
      <td className="amount">
        {total.total !== null && <AmountText parts={amountParts(total.total, locale)} />}
        {total.unreadable > 0 && <span className="absent">{words.incomplete}</span>}
      </td>
      {fields.slice(before.length).map(cell)}
    </tr>
  );
});
