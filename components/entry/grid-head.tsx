"use client";

import { entryFields, isYearField } from "@/lib/domain/entry/entry-fields";
import type { GridWords } from "./grid-words";

/** The columns of the grid: what is typed, with the total of a line after its years. */
export function GridHead({ words, years }: { words: GridWords; years: readonly number[] }) {
  const head = (field: string) => (
    <th key={field} scope="col" className={isYearField(field) ? "amount" : undefined}>
      {words.columns[field]}
    </th>
  );
  const fields = entryFields(years);
  const last = fields.findLastIndex(isYearField) + 1;
  return (
    <thead>
      <tr>
        <th scope="col" className="rowno">
          <span className="hidden">{words.line}</span>
        </th>
        {fields.slice(0, last).map(head)}
        <th scope="col" className="amount">
          {words.total}
        </th>
        {fields.slice(last).map(head)}
      </tr>
    </thead>
  );
}
