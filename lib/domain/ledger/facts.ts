import { type Cents, cents, sum } from "../money";
import { journalEntry, type NewEntry, type NewPosting } from "./journal";

/** Amount of one calendar year, in cents. */
export interface YearAmount {
  readonly year: number;
  readonly amount: Cents;
}

interface FactBase {
  readonly streamId: string;
  readonly trancheId: string;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly proposalId: string;
  readonly decisionNumber?: string;
  readonly decisionOn?: string;
  readonly legalSource?: string;
}

export interface AllocationFact extends FactBase {
  readonly kind: "allocated" | "revised" | "withdrawn" | "reallocated";
  readonly allocationId: string;
  readonly themeId: string;
  readonly municipalityId: string;
  readonly areaId: string;
  readonly years: readonly YearAmount[];
  readonly correctsSeq?: bigint;
}

const nonZero = (postings: readonly NewPosting[]) => postings.filter(({ amount }) => amount !== 0n);

/** A ceiling per year (or its change): what may be allocated appears as unallocated. */
export function ceilingEntry(
  fact: FactBase & { kind: "ceiling_set" | "ceiling_revised"; years: readonly YearAmount[] },
): NewEntry {
  const { trancheId, years, ...rest } = fact;
  return journalEntry({
    ...rest,
    postings: nonZero(
      years.flatMap(({ year, amount }) => [
        { account: { kind: "unallocated", trancheId, year }, amount },
        { account: { kind: "ceiling", trancheId, year }, amount: cents(-amount) },
      ]),
    ),
  });
}

/**
 * An allocation, its revision or withdrawal (changes are signed). Takes from unallocated per year in the commitment
 * book and opens the same total to spend in the accountability book, which runs over years.
 */
export function allocationEntry(fact: AllocationFact): NewEntry {
  const { trancheId, themeId, areaId, years, ...rest } = fact;
  const where = { trancheId, themeId, municipalityId: fact.municipalityId, areaId };
  const total = sum(years.map(({ amount }) => amount));
  return journalEntry({
    ...rest,
    postings: nonZero([
      ...years.flatMap(({ year, amount }): NewPosting[] => [
        { account: { kind: "allocated", ...where, year }, amount },
        { account: { kind: "unallocated", trancheId, year }, amount: cents(-amount) },
      ]),
      { account: { kind: "to_spend", ...where }, amount: total },
      { account: { kind: "entitlement", ...where }, amount: cents(-total) },
    ]),
  });
}

export interface AdvanceFact extends FactBase {
  readonly kind: "advanced" | "recovered";
  readonly allocationId: string;
  readonly themeId: string;
  readonly municipalityId: string;
  readonly areaId: string;
  /** Cents above zero; the kind gives the direction. */
  readonly amount: Cents;
}

/** Money paid out on an allocation, or come back: the cash book, never above what is awarded and never below zero. */
export function advanceEntry(fact: AdvanceFact): NewEntry {
  const { trancheId, themeId, areaId, amount, ...rest } = fact;
  const where = { trancheId, themeId, municipalityId: fact.municipalityId, areaId };
  const paid = fact.kind === "advanced" ? amount : cents(-amount);
  return journalEntry({
    ...rest,
    postings: nonZero([
      { account: { kind: "advanced", ...where }, amount: paid },
      { account: { kind: "treasury", trancheId }, amount: cents(-paid) },
    ]),
  });
}

export interface SettlementFact extends FactBase {
  readonly kind: "settled" | "settlement_reopened";
  readonly allocationId: string;
  readonly themeId: string;
  readonly municipalityId: string;
  readonly areaId: string;
  /** Cents: the whole award, and what of it was spent and accepted. */
  readonly awarded: Cents;
  readonly settled: Cents;
  /** The settlement that is reopened. */
  readonly correctsSeq?: bigint;
}

/**
 * The entitlement of the award becomes what is settled; what was not spent lapses, so that nothing is left to spend. A
 * reopening is the same entry the other way round.
 */
export function settlementEntry(fact: SettlementFact): NewEntry {
  const { trancheId, themeId, areaId, awarded, settled, ...rest } = fact;
  const where = { trancheId, themeId, municipalityId: fact.municipalityId, areaId };
  const way = fact.kind === "settled" ? 1n : -1n;
  return journalEntry({
    ...rest,
    postings: nonZero([
      { account: { kind: "entitlement", ...where }, amount: cents(way * awarded) },
      { account: { kind: "to_spend", ...where }, amount: cents(-way * (awarded - settled)) },
      { account: { kind: "settled", ...where }, amount: cents(-way * settled) },
    ]),
  });
}

export interface SpendFact {
  readonly kind: "spent" | "spend_corrected";
  readonly streamId: string;
  readonly trancheId: string;
  readonly themeId: string;
  readonly municipalityId: string;
  readonly areaId: string;
  readonly reportId: string;
  readonly effectiveOn: string;
  readonly year: number;
  readonly reason: string;
  /** Signed cents: a correction may be negative. */
  readonly amount: Cents;
}

/** Accepted spend: moves from to_spend (never below zero) to spent. */
export function spendEntry(fact: SpendFact): NewEntry {
  const { trancheId, themeId, areaId, year, amount, ...rest } = fact;
  const where = { trancheId, themeId, municipalityId: fact.municipalityId, areaId };
  return journalEntry({
    ...rest,
    postings: nonZero([
      { account: { kind: "spent", ...where, year }, amount },
      { account: { kind: "to_spend", ...where }, amount: cents(-amount) },
    ]),
  });
}
