import { type Cents, cents } from "@/lib/domain/money";
import type { ProposedFacts } from "@/lib/domain/proposals/proposal-content";
import { shortDate } from "./dates";
import type { Locale } from "./locale";
import { euro, typedEuros } from "./money";

/** "Oefenbrief 1-3-2023, noot 1: € 42.000.000,00": a claim as it stands in a list of choices. */
export function claimLabel(
  claim: { title: string; place: string | null; amountCents: Cents | null },
  locale: Locale,
): string {
  const where = [claim.title, claim.place].filter(Boolean).join(", ");
  return claim.amountCents === null ? where : `${where}: ${euro(claim.amountCents, locale)}`;
}

/** A proposal as it stands in the fields of its form; Dutch notation, because that is what the fields read. */
export function proposalValues(facts: ProposedFacts) {
  const date = (iso: string | null) => (iso === null ? undefined : shortDate(iso, "nl"));
  const typed = (amount: bigint | null | undefined) =>
    amount === null || amount === undefined ? undefined : typedEuros(cents(amount));
  return {
    themeId: facts.themeId ?? undefined,
    areaId: facts.areaId ?? undefined,
    claimId: facts.claimId ?? undefined,
    decisionNumber: facts.decisionNumber ?? undefined,
    decisionOn: date(facts.decisionOn),
    decisionCents: typed(facts.decisionCents),
    decisionDocument: facts.decisionDocument ?? undefined,
    grossCents: typed(facts.grossCents),
    bcfCents: typed(facts.bcfCents),
    effectiveOn: date(facts.effectiveOn),
    legalSource: facts.legalSource ?? undefined,
    reason: facts.reason,
    years: Object.fromEntries(facts.lines.map(({ year, amount }) => [year, typedEuros(amount)])),
  };
}
