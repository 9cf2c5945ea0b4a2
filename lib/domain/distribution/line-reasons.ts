import type { BlockingReason } from "../refusal";

/** What is asked once for all lines. */
const COMMON: ReadonlySet<string> = new Set([
  "decisionNumber",
  "decisionOn",
  "decisionDocument",
  "legalSource",
  "reason",
]);
const FIELD = /^lines\.(\d+)\.(.*)$/;

/** Reasons of a batch as the page of a run shows them: what all lines have in common once, the rest at its line. */
export function atLines(reasons: readonly BlockingReason[]): BlockingReason[] {
  const said = new Set<string>();
  return reasons.flatMap((reason): BlockingReason[] => {
    const [, index, name] = FIELD.exec(reason.field ?? "") ?? [];
    if (index === undefined || name === undefined) return [reason];
    if (!COMMON.has(name)) return [{ ...reason, field: `lines.${index}`, line: Number(index) + 1 }];
    const { line: _line, ...once } = reason;
    const key = `${reason.code} ${name}`;
    if (said.has(key)) return [];
    said.add(key);
    return [{ ...once, field: name }];
  });
}
