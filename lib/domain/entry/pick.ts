/** Something that can be named in a cell: an area or a theme. */
export interface Pickable {
  readonly id: string;
  /** What it is called on the screen: "Noord (Voorbeeldstad)". */
  readonly label: string;
  /** Other ways to write it: its code, its name alone, its aliases. */
  readonly names: readonly string[];
}

export type Picked =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly problem: "unknown" | "ambiguous"; readonly meant: readonly string[] };

/** Case, accents, dashes and double spaces make no difference between names. */
export const plainName = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s\u2010-\u2015_-]+/g, " ")
    .trim();

/** Finds by what was typed. Two of the same name are never guessed between. */
export function picker(options: readonly Pickable[]): (typed: string) => Picked {
  const byName = new Map<string, Set<Pickable>>();
  for (const option of options)
    for (const name of [option.label, ...option.names]) {
      const key = plainName(name);
      byName.set(key, (byName.get(key) ?? new Set()).add(option));
    }
  return (typed) => {
    const found = [...(byName.get(plainName(typed)) ?? [])];
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0) return { ok: true, id: only.id };
    if (only !== undefined)
      return { ok: false, problem: "ambiguous", meant: found.map(({ label }) => label) };
    return { ok: false, problem: "unknown", meant: near(plainName(typed), options) };
  };
}

const MOST_SUGGESTIONS = 3;

/** What looks most like it: starts the same, or differs in at most two letters. */
function near(typed: string, options: readonly Pickable[]): string[] {
  if (typed.length < 2) return [];
  const scored = options.flatMap(({ label, names }) => {
    const scores = [label, ...names].map((name) => {
      const plain = plainName(name);
      if (plain.startsWith(typed) || typed.startsWith(plain)) return 0;
      return Math.abs(plain.length - typed.length) > 2 ? 9 : distance(plain, typed);
    });
    const score = Math.min(...scores);
    return score <= 2 ? [{ label, score }] : [];
  });
  return scored
    .sort((a, b) => a.score - b.score || (a.label < b.label ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS)
    .map(({ label }) => label);
}

/** Letters to change, add or leave out to get from one word to the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
