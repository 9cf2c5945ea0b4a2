import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstOfMonth, lastOfMonth, monthBefore, monthCut } from "@/lib/domain/ledger/month-cut";

interface Fact {
  readonly seq: bigint;
  readonly at: string;
  readonly on: string;
  readonly amount: bigint;
}

const day = fc
  .date({ min: new Date("2023-01-01T00:00:00Z"), max: new Date("2025-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const instant = fc
  .date({ min: new Date("2023-01-01T00:00:00Z"), max: new Date("2025-12-31T23:59:59Z"), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 23)}000Z`);
const journal = fc
  .uniqueArray(fc.record({ at: instant, on: day, amount: fc.bigInt(-500n, 500n) }), {
    maxLength: 60,
    selector: ({ at }) => at,
  })
  .map((facts): Fact[] =>
    facts.sort((a, b) => (a.at < b.at ? -1 : 1)).map((fact, index) => ({ ...fact, seq: BigInt(index + 1) })),
  );

const sum = (facts: readonly Fact[]) => facts.reduce((all, { amount }) => all + amount, 0n);
const lastSeq = (facts: readonly Fact[], holds: (fact: Fact) => boolean) =>
  facts.filter(holds).at(-1)?.seq ?? 0n;

function cutOf(facts: readonly Fact[], validOn: string, knownAt: string) {
  return monthCut(
    { validOn, knownAt },
    {
      known: lastSeq(facts, ({ at }) => at <= knownAt),
      monthBefore: lastSeq(facts, ({ at }) => at < firstOfMonth(knownAt)),
      monthEnd: lastSeq(facts, ({ at }) => firstOfMonth(at) <= firstOfMonth(knownAt)),
      now: lastSeq(facts, () => true),
    },
  );
}

describe("a question of two dates as months", () => {
  it("whole months and the broken ones are together exactly what was known and holds", () => {
    fc.assert(
      fc.property(journal, day, instant, (facts, validOn, knownAt) => {
        const cut = cutOf(facts, validOn, knownAt);
        const cells = facts.filter(
          ({ on, at }) => firstOfMonth(on) <= cut.effectiveMonth && firstOfMonth(at) <= cut.recordedMonth,
        );
        const { recorded, effective } = cut;
        const late = facts.filter(
          ({ seq, on, at }) =>
            recorded !== null &&
            seq > recorded.after.seq &&
            (recorded.upTo.seq === null || seq <= recorded.upTo.seq) &&
            firstOfMonth(at) <= firstOfMonth(recorded.upTo.at) &&
            on <= lastOfMonth(cut.effectiveMonth),
        );
        const about = facts.filter(
          ({ on, at }) => effective !== null && on >= effective.from && on <= effective.to && at <= knownAt,
        );
        const added =
          sum(cells) + BigInt(recorded?.sign ?? 0) * sum(late) + BigInt(effective?.sign ?? 0) * sum(about);
        expect(added).toBe(sum(facts.filter(({ on, at }) => on <= validOn && at <= knownAt)));
      }),
      { numRuns: 500 },
    );
  });

  it("the numbers and the instants of a broken month name the same entries", () => {
    fc.assert(
      fc.property(journal, day, instant, (facts, validOn, knownAt) => {
        const { recorded } = cutOf(facts, validOn, knownAt);
        if (recorded === null) return;
        const { after, upTo } = recorded;
        expect(facts.filter(({ at }) => at > after.at && at <= upTo.at)).toEqual(
          facts.filter(({ seq }) => seq > after.seq && (upTo.seq === null || seq <= upTo.seq)),
        );
      }),
    );
  });

  it("takes away what comes at the end of a month that still runs, also while it is asked", () => {
    const asOf = { validOn: "2024-02-29", knownAt: "2024-03-20T10:00:00.000000Z" };
    expect(monthCut(asOf, { known: 40n, monthBefore: 20n, monthEnd: 40n, now: 40n }).recorded).toMatchObject({
      sign: -1,
      after: { seq: 40n },
      upTo: { seq: null },
    });
  });

  it("reads nothing but whole months where the dates end them", () => {
    const cut = monthCut(
      { validOn: "2024-02-29", knownAt: "2024-03-31T23:59:59.999999Z" },
      { known: 40n, monthBefore: 20n, monthEnd: 40n, now: 40n },
    );
    expect(cut).toMatchObject({
      effectiveMonth: "2024-02-01",
      recordedMonth: "2024-03-01",
      effective: null,
      recorded: null,
      countsBack: true,
    });
  });

  it("reads the smaller side of a broken month", () => {
    const places = { monthBefore: 0n, monthEnd: 100n, now: 1000n };
    const asOf = { validOn: "2024-02-29", knownAt: "2024-03-10T12:00:00.000000Z" };
    expect(monthCut(asOf, { ...places, known: 10n }).recorded).toMatchObject({ sign: 1, upTo: { seq: 10n } });
    expect(monthCut(asOf, { ...places, known: 90n }).recorded).toMatchObject({
      sign: -1,
      after: { seq: 90n },
    });
  });

  it("knows the ends of months and years", () => {
    expect(lastOfMonth("2024-02-10")).toBe("2024-02-29");
    expect(lastOfMonth("9999-12-01")).toBe("9999-12-31");
    expect(monthBefore("2025-01-31")).toBe("2024-12-01");
    expect(monthBefore("2025-11-30")).toBe("2025-10-01");
  });
});
