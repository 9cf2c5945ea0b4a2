import fc from "fast-check";
import type { AccountKind } from "@/lib/domain/ledger/journal";
import { type Cents, cents } from "@/lib/domain/money";
import type { Headline, HeadlinePart } from "@/lib/domain/reconciliation/headline";
import type { WindowState } from "@/lib/domain/reconciliation/periods";
import type { Position } from "@/lib/domain/reconciliation/positions";
import type { LateCorrection, PendingReport } from "@/lib/domain/reconciliation/reported";
import type { LaterTerm } from "@/lib/domain/reconciliation/stages";
import type { BcfDecision, TreeInput, TreeStructure } from "@/lib/domain/reconciliation/tree-input";

const EARMARKS = ["exclusive", "priority", "share_of_national", "unknown"] as const;
const STREAMS = ["a", "b"] as const;
const KINDS: readonly AccountKind[] = [
  "ceiling",
  "unallocated",
  "allocated",
  "entitlement",
  "to_spend",
  "spent",
  "advanced",
  "treasury",
  "settled",
];
const PROGRAMME_WIDE: readonly AccountKind[] = ["ceiling", "unallocated", "treasury"];

export const amount = fc.bigInt(-(10n ** 12n), 10n ** 12n).map(cents);
const positive = fc.bigInt(1n, 10n ** 12n).map(cents);
const municipality = fc.constantFrom("m1", "m2");
const area = (of: string) => fc.constantFrom(`${of}-x`, `${of}-y`);
const day = fc.constantFrom("2024-12-31", "2025-06-30", "2025-12-31", "2026-12-31");

const streams: readonly Omit<TreeStructure["streams"][number], "earmark" | "vatBasis">[] = STREAMS.map(
  (id) => ({
    id,
    code: id.toUpperCase(),
    name: `Stream ${id}`,
    note: null,
    tranches: [1, 2].map((n) => ({ id: `${id}${n}`, code: String(n), name: `Tranche ${n}` })),
  }),
);

const placed = fc
  .record({
    streamId: fc.constantFrom(...STREAMS),
    tranche: fc.constantFrom(1, 2),
    municipalityId: municipality,
  })
  .chain(({ streamId, tranche, municipalityId }) =>
    area(municipalityId).map((areaId) => ({
      streamId,
      trancheId: `${streamId}${tranche}`,
      municipalityId,
      areaId,
    })),
  );

/** Any account with any balance: nothing here has to add up. */
const position: fc.Arbitrary<Position> = fc
  .record({
    place: placed,
    kind: fc.constantFrom(...KINDS),
    themeId: fc.constantFrom("t", "u", null),
    year: fc.constantFrom(2024, 2025, 2026, null),
    amount,
  })
  .map(({ place, kind, ...rest }) =>
    PROGRAMME_WIDE.includes(kind)
      ? { ...place, ...rest, kind, municipalityId: null, areaId: null, themeId: null }
      : { ...place, ...rest, kind },
  );

/** One position for each account, as the ledger gives them. */
const positions = fc.uniqueArray(position, {
  maxLength: 40,
  selector: ({ amount: _, ...account }) => JSON.stringify(account),
});

const window: fc.Arbitrary<WindowState> = fc
  .record({
    place: placed,
    code: fc.constantFrom("w1", "w2"),
    endsOn: day,
    dueOn: day,
    accepted: fc.boolean(),
  })
  .map(({ place: { trancheId, municipalityId }, endsOn, ...rest }) => ({
    ...rest,
    trancheId,
    municipalityId,
    endsOn,
    year: Number(endsOn.slice(0, 4)),
  }));

const term: fc.Arbitrary<LaterTerm> = fc
  .record({ place: placed, themeId: fc.constantFrom("t", "u"), dueOn: day, amount: positive })
  .map(({ place: { trancheId, areaId }, ...rest }) => ({
    ...rest,
    trancheId,
    areaId,
    allocationId: "al",
    number: "A-1",
  }));

const pending: fc.Arbitrary<PendingReport> = fc
  .record({ place: placed, standing: fc.constantFrom("in_review", "returned"), amount })
  .map(({ place: { streamId: _, ...place }, ...rest }) => ({
    ...rest,
    ...place,
    reportId: "r",
    number: "R-1",
    windowCode: "w1",
  }));

const correction: fc.Arbitrary<LateCorrection> = fc
  .record({ place: placed, amount })
  .map(({ place: { streamId: _, ...place }, ...rest }) => ({
    ...rest,
    ...place,
    seq: 7n,
    kind: "spend_corrected",
    place: null,
    effectiveOn: "2024-12-31",
  }));

const bcf: fc.Arbitrary<BcfDecision> = fc
  .record({ place: placed, amount: positive })
  .map(({ place: { trancheId }, ...rest }) => ({ ...rest, trancheId, proposalId: "p", number: "V-1" }));

const ref = (code: string, of: Cents) => ({
  code,
  amount: of,
  source: "brief",
  place: null,
  published: null,
  words: null,
});

const part = (streamId: string): fc.Arbitrary<HeadlinePart> =>
  fc
    .record({
      of: fc.option(positive),
      norm: fc.option(fc.record({ units: fc.bigInt(1n, 1000n), unitAmount: positive })),
      wholeStream: fc.boolean(),
      landed: fc.array(positive, { maxLength: 3 }),
    })
    .map(({ of, norm, landed, wholeStream }) => ({
      wholeStream,
      claim: of === null ? { code: `claim-${streamId}`, amount: null } : ref(`claim-${streamId}`, of),
      streamId,
      note: null,
      name: streamId,
      norm: norm && { ...norm, unitName: "woningen", amount: cents(norm.units * norm.unitAmount) },
      landed: landed.map((one, index) => ({ claim: `award-${index}`, name: "x", amount: one })),
    }));

const headline: fc.Arbitrary<Headline> = fc
  .record({
    claim: positive,
    one: part("a"),
    other: part("b"),
    shared: fc.option(fc.option(positive)),
    adds: amount,
    open: fc.boolean(),
  })
  .map(({ claim, one, other, shared, adds, open }) => ({
    claim: ref("headline", claim),
    band: { low: cents(claim - 10n), high: cents(claim + 10n) },
    parts: [one, other],
    overlaps: shared === null ? [] : [{ parts: [one, other], amount: shared }],
    contested: [
      {
        conflict: "L1",
        title: { nl: "", en: "" },
        streamId: null,
        claims: [],
        readings: [{ code: "x", adds }],
        decided: open ? null : { code: "x", adds },
      },
    ],
  }));

/** Any state of a programme: known and later positions, reports, schedules, decisions and what was published. */
export const anyWorld: fc.Arbitrary<Omit<TreeInput, "measure" | "entries">> = fc.record({
  validOn: day,
  knownOn: day,
  structure: fc
    .record({ earmark: fc.constantFrom(...EARMARKS), vatBasis: fc.constantFrom("gross", "net_of_bcf") })
    .map(
      (basis): TreeStructure => ({
        name: { nl: "P", en: "P" },
        streams: streams.map((stream) => ({ ...stream, ...basis })),
        municipalities: new Map(["m1", "m2"].map((id) => [id, { code: id.toUpperCase(), name: id }])),
        areas: new Map(
          ["m1-x", "m1-y", "m2-x", "m2-y"].map((id) => [id, { code: id.toUpperCase(), name: id }]),
        ),
      }),
    ),
  headline: fc.option(headline),
  movements: fc.record({ positions, later: positions }),
  windows: fc.array(window, { maxLength: 6 }),
  terms: fc.array(term, { maxLength: 4 }),
  pending: fc.array(pending, { maxLength: 4 }),
  corrections: fc.array(correction, { maxLength: 3 }),
  bcf: fc.array(bcf, { maxLength: 3 }),
});
