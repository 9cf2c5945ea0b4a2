import type { YearAmount } from "../ledger/facts";
import type { BlockingReason } from "../refusal";

/** The part of a proposal that its author types; null is "not filled in". */
export interface TypedProposal {
  readonly decisionNumber: string | null;
  readonly decisionOn: string | null;
  readonly decisionCents: bigint | null;
  readonly decisionDocument?: string | null;
  readonly grossCents?: bigint | null;
  readonly bcfCents?: bigint | null;
  readonly legalSource: string | null;
  readonly reason: string;
  readonly lines: readonly YearAmount[];
}

/** What was typed beside what was saved meanwhile: a sentence for each field that differs, so that nothing is lost. */
export function staleDifferences(yours: TypedProposal, theirs: TypedProposal): BlockingReason[] {
  const reason = (code: string, field: string, facts: Record<string, string>): BlockingReason => ({
    code: `proposals.stale.${code}`,
    field,
    facts,
  });
  const texts = [
    ["decision_number", "decisionNumber"],
    ["decision_document", "decisionDocument"],
    ["legal_source", "legalSource"],
    ["reason", "reason"],
  ] as const;
  const amounts = [
    ["decision_amount", "decisionCents"],
    ["gross", "grossCents"],
    ["bcf", "bcfCents"],
  ] as const;
  const amountIn = ({ lines }: TypedProposal, year: number) =>
    lines.find((line) => line.year === year)?.amount.toString() ?? "";
  const years = [...new Set([...yours.lines, ...theirs.lines].map(({ year }) => year))].sort((a, b) => a - b);
  return [
    ...texts
      .filter(([, field]) => (yours[field] ?? "") !== (theirs[field] ?? ""))
      .map(([code, field]) =>
        reason(code, field, { yours: yours[field] ?? "", theirs: theirs[field] ?? "" }),
      ),
    ...(yours.decisionOn === theirs.decisionOn
      ? []
      : [
          reason("decision_on", "decisionOn", {
            yoursOn: yours.decisionOn ?? "",
            theirsOn: theirs.decisionOn ?? "",
          }),
        ]),
    ...amounts
      .filter(([, field]) => (yours[field] ?? null) !== (theirs[field] ?? null))
      .map(([code, field]) =>
        reason(code, field, {
          yoursCents: yours[field]?.toString() ?? "",
          theirsCents: theirs[field]?.toString() ?? "",
        }),
      ),
    ...years
      .filter((year) => amountIn(yours, year) !== amountIn(theirs, year))
      .map((year) =>
        reason("year", `years.${year}`, {
          year: String(year),
          yoursCents: amountIn(yours, year),
          theirsCents: amountIn(theirs, year),
        }),
      ),
  ];
}
