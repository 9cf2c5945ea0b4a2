"use client";

import type { ReactNode } from "react";
import { type EntryRow, entryFields, isYearField } from "@/lib/domain/entry/entry-fields";
import { type YearSum, yearSums } from "@/lib/domain/entry/grid-totals";
import { type Cents, sum } from "@/lib/domain/money";
import type { Locale } from "@/lib/views/locale";
import { amountParts } from "@/lib/views/money";
import { AmountText } from "../signs/amount-text";
import type { GridWords } from "./grid-words";

type GridTotalsProps = {
  rows: readonly EntryRow[];
  years: readonly number[];
  room: ReadonlyMap<number, Cents>;
  words: GridWords;
  locale: Locale;
};

/** What was entered per year beside what is free under the ceiling; what cannot be known yet is said in words. */
export function GridTotals({ rows, years, room, words, locale }: GridTotalsProps) {
  const sums = yearSums(rows, years, room);
  const money = (value: Cents) => <AmountText parts={amountParts(value, locale)} />;
  const fields = entryFields(years);
  const after = fields.length - fields.findLastIndex(isYearField) - 1;
  const word = (text: string) => <span className="absent">{text}</span>;
  const entered = (one: YearSum): Cents | null => (one.filled === 0 ? null : one.total);
  const whole = sums.some(({ unreadable }) => unreadable > 0)
    ? null
    : sum(sums.flatMap((one) => entered(one) ?? []));
  return (
    <tfoot>
      <Line
        label={words.entered}
        after={after}
        className="sum"
        last={whole === null ? word(words.incomplete) : money(whole)}
      >
        {sums.map((one) => {
          const value = entered(one);
          return (
            <td key={one.year} className="amount">
              {one.unreadable > 0 ? word(words.incomplete) : value !== null && money(value)}
            </td>
          );
        })}
      </Line>
      <Line label={words.room} after={after}>
        {sums.map((one) => (
          <td key={one.year} className="amount">
            {one.room === null ? word(words.noCeiling) : money(one.room)}
          </td>
        ))}
      </Line>
      <Line label={words.left} after={after} className="total">
        {sums.map((one) => (
          <td key={one.year} className={`amount ${tone(one.left)}`.trim()}>
            {one.left === null ? word(words.unknown) : money(one.left)}
            {one.left !== null && one.filled > 0 && (
              <span className="meta">{one.left < 0n ? words.over : words.fits}</span>
            )}
          </td>
        ))}
      </Line>
    </tfoot>
  );
}

const tone = (left: Cents | null) => (left === null ? "" : left < 0n ? "over" : "room");

type LineProps = {
  label: string;
  className?: string;
  last?: ReactNode;
  /** Columns behind the total of a line. */
  after: number;
  children: ReactNode;
};

function Line(props: LineProps) {
  return (
    <tr className={props.className}>
      <td />
      <th scope="row" colSpan={4}>
        {props.label}
      </th>
      {props.children}
      <td className="amount">{props.last}</td>
      <td colSpan={props.after} />
    </tr>
  );
}
