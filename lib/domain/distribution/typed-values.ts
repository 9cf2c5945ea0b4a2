import type { BlockingReason } from "../refusal";
import { readValue, type ValueReading } from "./exact";

/** Room for a line of every municipality many times over, in characters; a file has no fewer bytes than that. */
export const LONGEST_LINES = 200_000;

export interface TypedValues {
  /** Plain decimal text per code. */
  readonly values: ReadonlyMap<string, string>;
  readonly reasons: readonly BlockingReason[];
}

type Problem = Exclude<ValueReading, { ok: true }>["problem"];
const valueReason = (problem: Problem, field: string, facts: Record<string, string>): BlockingReason => ({
  code: `distribution.values.${problem}`,
  field,
  facts,
});

/** Values typed per recipient; an empty field is a recipient without a value, which is not zero. */
export function readFields(typed: ReadonlyMap<string, string>): TypedValues {
  const values = new Map<string, string>();
  const reasons: BlockingReason[] = [];
  for (const [code, text] of typed) {
    const reading = readValue(text);
    if (reading.ok) values.set(code, reading.value);
    else if (reading.problem !== "empty")
      reasons.push(valueReason(reading.problem, `values.${code}`, { code, given: text.trim() }));
  }
  return { values, reasons };
}

const bare = (cell: string | undefined) =>
  (cell ?? "")
    .trim()
    .replace(/^"(.*)"$/, "$1")
    .trim();

/**
 * Lines of "code;value", as a spreadsheet saves or copies them; further columns are not read. A first line without a known
 * code is a heading. Every line that cannot be used is named with its number.
 */
export function readLines(text: string, known: ReadonlySet<string>): TypedValues {
  const values = new Map<string, string>();
  const reasons: BlockingReason[] = [];
  const first = new Map<string, number>();
  let heading = true;
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (line.trim() === "") continue;
    const [code, given] = line.split(/[;\t]/).map(bare);
    const at = index + 1;
    const refuse = (why: string, facts: Record<string, string> = {}) =>
      reasons.push({
        code: `distribution.values.${why}`,
        field: "lines",
        line: at,
        facts: { code: code ?? "", given: given ?? "", ...facts },
      });
    const isHeading = heading && !known.has(code ?? "") && !/^\d/.test(given ?? "");
    heading = false;
    if (isHeading) continue;
    const before = first.get(code ?? "");
    if (given === undefined) refuse("no_separator", { given: line.trim().slice(0, 60) });
    else if (!known.has(code ?? "")) refuse("unknown_code");
    else if (before !== undefined) refuse("twice", { first: String(before) });
    else {
      first.set(code ?? "", at);
      const reading = readValue(given);
      if (reading.ok) values.set(code ?? "", reading.value);
      else refuse(reading.problem);
    }
  }
  return { values, reasons };
}
