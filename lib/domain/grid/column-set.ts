import { plainName } from "../entry/pick";
import type { BlockingReason } from "../refusal";

/** The heading of each column that is used; absent is "the file has none". */
export type ColumnsOf<C extends string> = Readonly<Partial<Record<C, string>>>;

/** What the columns of one kind of file can hold. */
export interface ColumnSet<C extends string> {
  readonly columns: readonly C[];
  readonly needed: readonly C[];
  /** Names under which others usually export; only proposed to a person, never taken over unseen. */
  readonly usual: Readonly<Record<C, readonly string[]>>;
  /** The reason that has the sentence of this kind of file. */
  readonly reason: (code: "column_needed" | "column_missing" | "column_twice") => string;
}

/** Where each column is in this file; null for a heading that it does not have, or has twice. */
export function placesOf<C extends string>(
  { columns }: ColumnSet<C>,
  chosen: ColumnsOf<C>,
  headings: readonly string[],
): ReadonlyMap<C, number | null> {
  const plain = headings.map(plainName);
  return new Map(
    columns.flatMap((column) => {
      const heading = chosen[column];
      if (heading === undefined || heading === "") return [];
      const found = plain.flatMap((name, index) => (name === plainName(heading) ? [index] : []));
      return [[column, found.length === 1 ? (found[0] ?? null) : null] as const];
    }),
  );
}

/** Why these columns cannot be read by, whatever kind of file it is: needed, not there, or used twice. */
export function reasonsAgainst<C extends string>(
  set: ColumnSet<C>,
  chosen: ColumnsOf<C>,
  headings: readonly string[],
): { readonly needed: BlockingReason[]; readonly wrong: BlockingReason[] } {
  const reason = (
    field: C,
    code: Parameters<typeof set.reason>[0],
    facts: Readonly<Record<string, string>> = {},
  ): BlockingReason => ({ code: set.reason(code), field, facts });
  const missing = [...placesOf(set, chosen, headings)].flatMap(([column, place]) =>
    place === null
      ? [
          reason(column, "column_missing", {
            given: chosen[column] ?? "",
            found: headings.filter((heading) => heading !== "").join(", "),
          }),
        ]
      : [],
  );
  const used = new Set<string>();
  const twice = set.columns.flatMap((column) => {
    const heading = plainName(chosen[column] ?? "");
    if (heading === "") return [];
    if (used.has(heading)) return [reason(column, "column_twice", { given: chosen[column] ?? "" })];
    used.add(heading);
    return [];
  });
  return {
    needed: set.needed.filter((column) => !chosen[column]).map((column) => reason(column, "column_needed")),
    wrong: [...missing, ...twice],
  };
}

/** What these headings probably are, for a form that a person confirms. */
export function usualColumns<C extends string>(
  { columns, usual }: ColumnSet<C>,
  headings: readonly string[],
): Partial<Record<C, string>> {
  const plain = headings.map(plainName);
  const found: Partial<Record<C, string>> = {};
  for (const column of columns) {
    const at = plain.findIndex((name) => usual[column].includes(name));
    if (at >= 0) found[column] = headings[at] ?? "";
  }
  return found;
}
