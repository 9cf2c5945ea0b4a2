import { CROSS_RULES } from "@/lib/domain/cross-checks/cross-rules";
import type {
  AcceptedLine,
  AcceptedReport,
  Award,
  ProgrammeFacts,
  RegisteredAllocation,
  TiedFile,
  Validation,
} from "@/lib/domain/cross-checks/facts";
import type { Judged } from "@/lib/domain/cross-checks/judged";
import type { CrossRuleCode } from "@/lib/domain/cross-checks/run";
import type { AccountKind } from "@/lib/domain/ledger/journal";
import { cents } from "@/lib/domain/money";
import type { Position } from "@/lib/domain/reconciliation/positions";

export const SPOT = { trancheId: "t", municipalityId: "m", areaId: "noord", themeId: "jeugd" } as const;

export const position = (kind: AccountKind, amount: bigint, more: Partial<Position> = {}): Position => ({
  kind,
  streamId: "s",
  ...SPOT,
  year: kind === "allocated" || kind === "spent" ? 2025 : null,
  amount: cents(amount),
  ...more,
});
const OF_TRANCHE = { municipalityId: null, areaId: null, themeId: null } as const;

export const line = (more: Partial<AcceptedLine> = {}): AcceptedLine => ({
  areaId: "noord",
  themeId: "jeugd",
  spent: cents(60_00n),
  correction: null,
  forecast: cents(20_00n),
  projects: [cents(40_00n), cents(20_00n)],
  ...more,
});
export const report = (more: Partial<AcceptedReport> = {}): AcceptedReport => ({
  id: "r1",
  number: "R-1",
  streamId: "s",
  trancheId: "t",
  municipalityId: "m",
  year: 2025,
  period: 1,
  periods: 1,
  endsOn: "2025-12-31",
  lines: [line()],
  ...more,
});
export const allocation = (more: Partial<RegisteredAllocation> = {}): RegisteredAllocation => ({
  ...SPOT,
  id: "a1",
  number: "A-1",
  streamId: "s",
  decidedOn: "2025-01-15",
  posted: cents(100_00n),
  originals: 1,
  ...more,
});
export const award = (more: Partial<Award> = {}): Award => ({
  id: "p1",
  kind: "allocation",
  number: "P-1",
  streamId: "s",
  trancheId: "t",
  municipalityId: "m",
  areaId: "noord",
  allocationId: "a1",
  decided: cents(100_00n),
  years: [{ year: 2025, amount: cents(100_00n) }],
  batch: null,
  ...more,
});
/** What carries 25,00 over to 2026 within one allocation. */
export const carried = (more: Partial<Award> = {}): Award =>
  award({
    id: "p2",
    kind: "revision",
    number: "P-2",
    decided: cents(0n),
    years: [
      { year: 2025, amount: cents(-25_00n) },
      { year: 2026, amount: cents(25_00n) },
    ],
    batch: { id: "b1", number: "B-1" },
    ...more,
  });

export const validation = (more: Partial<Validation> = {}): Validation => ({
  id: "r1",
  number: "R-1",
  streamId: "s",
  municipalityId: "m",
  year: 2025,
  runs: 2,
  since: 1,
  changedOn: "2026-01-20",
  ...more,
});
export const tiedFile = (more: Partial<TiedFile> = {}): TiedFile => ({
  id: "f1",
  kind: "payment",
  year: null,
  name: "bank.csv",
  exceptions: [],
  unread: 0,
  ...more,
});

/**
 * A programme in which every rule has something to look at, and nothing is wrong: 150,00 under the ceiling, 100,00 allocated of
 * which 25,00 went on to 2026, 60,00 spent, reported and posted, 80,00 advanced.
 */
export const WORLD: ProgrammeFacts = {
  asOf: { validOn: "2026-06-30", knownAt: "2026-06-30T12:00:00.000000Z" },
  names: {
    streams: new Map([["s", { code: "OW", name: "Onderwijs" }]]),
    tranches: new Map([["t", { code: "T1", name: "Eerste tranche", streamId: "s" }]]),
    municipalities: new Map([["m", { code: "GM01", name: "Voorbeeldstad" }]]),
    areas: new Map([
      ["noord", { code: "noord", name: "Noord" }],
      ["zuid", { code: "zuid", name: "Zuid" }],
    ]),
    themes: new Map([["jeugd", { code: "jeugd", nl: "Jeugd", en: "Youth" }]]),
  },
  positions: [
    position("ceiling", -150_00n, OF_TRANCHE),
    position("unallocated", 50_00n, OF_TRANCHE),
    position("allocated", 75_00n),
    position("allocated", 25_00n, { year: 2026 }),
    position("entitlement", -100_00n),
    position("to_spend", 40_00n),
    position("spent", 60_00n),
    position("advanced", 80_00n),
    position("treasury", -80_00n, OF_TRANCHE),
  ],
  turns: [{ streamId: "s", kind: "spent", year: 2026, opening: cents(60_00n), closing: cents(60_00n) }],
  register: [allocation()],
  originals: [{ trancheId: "t", ceilings: 1 }],
  awards: [award(), carried()],
  reports: [report()],
  postings: [{ ...SPOT, streamId: "s", reportId: "r1", kind: "spent", amount: cents(60_00n), seq: 3n }],
  forecasts: [{ streamId: "s", trancheId: "t", municipalityId: "m", counted: cents(20_00n) }],
  divisions: [
    {
      runId: "0190-run-1",
      key: "Naar inwoners",
      streamId: "s",
      createdOn: "2025-01-10",
      year: 2025,
      pot: cents(100_00n),
      amounts: [cents(66_67n), cents(33_32n)],
      left: cents(1n),
    },
  ],
  norms: [
    {
      code: "note-3",
      name: "noot 3",
      streamId: "s",
      units: 3n,
      unitAmount: cents(50_00n),
      amount: cents(150_00n),
    },
  ],
  maxima: [
    {
      keyId: "k",
      key: "Naar inwoners",
      streamId: "s",
      trancheId: "t",
      themeId: "jeugd",
      grain: "area",
      recipient: "noord",
      year: 2025,
      amount: cents(75_00n),
    },
  ],
  carryOver: [
    {
      trancheId: "t",
      rule: { sharePercent: 25, nextYearOnly: true, lastYear: 2028, legalSource: "Stcrt. 2025-1" },
    },
  ],
  validations: [validation()],
  external: (["register", "payment", "sisa"] as const).map((kind) => tiedFile({ kind })),
};

/** What one rule makes of the world with something changed. */
export function judged(code: CrossRuleCode, change: Partial<ProgrammeFacts> = {}): Judged {
  const rule = CROSS_RULES.find((one) => one.code === code);
  if (rule === undefined) throw new Error(`${code} is no rule across levels`);
  return rule.judge({ ...WORLD, ...change });
}

/** The world with some positions of a kind replaced. */
export const withPosition = (
  kind: AccountKind,
  ...instead: readonly Position[]
): Pick<ProgrammeFacts, "positions"> => ({
  positions: [...WORLD.positions.filter((one) => one.kind !== kind), ...instead],
});
