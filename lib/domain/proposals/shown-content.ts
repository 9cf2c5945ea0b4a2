import type { YearAmount } from "../ledger/facts";
import { type Cents, cents } from "../money";

/** What an approver had on the screen, read back from what the approval kept. */
export interface ShownContent {
  readonly decisionNumber: string | null;
  readonly decisionOn: string | null;
  readonly decisionCents: Cents | null;
  readonly decisionDocument: string | null;
  readonly effectiveOn: string;
  readonly legalSource: string | null;
  readonly reason: string;
  readonly years: readonly YearAmount[];
}

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
const amountOf = (value: unknown): Cents | null =>
  typeof value === "string" && /^-?\d+$/.test(value) ? cents(BigInt(value)) : null;

/** Null for content of another format: it is then shown by its hash alone. */
export function readShown(kept: unknown): ShownContent | null {
  if (typeof kept !== "object" || kept === null) return null;
  const shown = kept as Readonly<Record<string, unknown>>;
  if (shown.format !== "geldstroom-proposal-v1" || !Array.isArray(shown.years)) return null;
  const years = (shown.years as readonly { year?: unknown; amountCents?: unknown }[]).map(
    ({ year, amountCents }) => ({ year: Number(year), amount: amountOf(amountCents) ?? cents(0n) }),
  );
  return {
    decisionNumber: text(shown.decisionNumber),
    decisionOn: text(shown.decisionOn),
    decisionCents: amountOf(shown.decisionCents),
    decisionDocument: text(shown.decisionDocument),
    effectiveOn: text(shown.effectiveOn) ?? "",
    legalSource: text(shown.legalSource),
    reason: text(shown.reason) ?? "",
    years,
  };
}
