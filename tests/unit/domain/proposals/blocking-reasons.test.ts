import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import {
  blockingReasons,
  type ProposalDraft,
  type ProposalFacts,
} from "@/lib/domain/proposals/blocking-reasons";

const FACTS: ProposalFacts = {
  tranche: { firstYear: 2026, lastYear: 2028, opensOn: "2026-01-01", closesOn: "2026-12-31" },
  horizon: { from: 2022, to: 2042 },
  room: new Map([
    [2026, cents(100_000_00n)],
    [2027, cents(0n)],
  ]),
  allocated: new Map(),
  unspent: null,
  overlapping: null,
  ceilingsHref: "/programma/oefen/plafonds",
  cash: null,
};
const ALLOCATION: ProposalDraft = {
  kind: "allocation",
  areaId: "gebied",
  themeId: "thema",
  decisionNumber: "2026-1",
  decisionOn: "2026-03-01",
  decisionCents: cents(50_000_00n),
  years: [{ year: 2026, amount: cents(50_000_00n) }],
  reason: "Na de aanvraag.",
};
const codes = (draft: Partial<ProposalDraft>, facts: Partial<ProposalFacts> = {}) =>
  blockingReasons({ ...ALLOCATION, ...draft }, { ...FACTS, ...facts }).map(({ code, field }) => [
    code.replace("proposals.reasons.", ""),
    field,
  ]);

describe("an allocation", () => {
  it("that fits has nothing in its way", () => {
    expect(codes({})).toEqual([]);
  });

  it("may use the room of a year to the last cent, and not one cent more", () => {
    const with_ = (amount: bigint) => ({
      decisionCents: cents(amount),
      years: [{ year: 2026, amount: cents(amount) }],
    });
    expect(codes(with_(100_000_00n))).toEqual([]);
    expect(codes(with_(100_000_01n))).toEqual([["over_room", "years.2026"]]);
  });

  it("says every reason at once, in the order of the form", () => {
    const empty = {
      areaId: null,
      themeId: null,
      decisionNumber: " ",
      decisionOn: null,
      decisionCents: null,
      years: [],
      reason: "",
    };
    expect(codes(empty).map(([code]) => code)).toEqual([
      "area_missing",
      "theme_missing",
      "decision_number_missing",
      "decision_date_missing",
      "no_amount",
      "reason_missing",
    ]);
  });

  it("is decided while the tranche is open: its first and last day count", () => {
    expect(codes({ decisionOn: "2026-01-01" })).toEqual([]);
    expect(codes({ decisionOn: "2026-12-31" })).toEqual([]);
    expect(codes({ decisionOn: "2025-12-31" })).toEqual([["decision_too_early", "decisionOn"]]);
    expect(codes({ decisionOn: "2027-01-01" })).toEqual([["decision_too_late", "decisionOn"]]);
  });

  it("adds up to its decision to the cent, and says by how much it does not", () => {
    const [reason] = blockingReasons({ ...ALLOCATION, decisionCents: cents(50_000_01n) }, FACTS);
    expect(reason?.facts).toEqual({ yearsCents: "5000000", decisionCents: "5000001", differenceCents: "-1" });
  });

  it("needs a ceiling in each of its years; room of nothing is not the same as no ceiling", () => {
    const over = (year: number) => ({ decisionCents: cents(1n), years: [{ year, amount: cents(1n) }] });
    expect(codes(over(2027))).toEqual([["over_room", "years.2027"]]);
    expect(codes(over(2028))).toEqual([["no_ceiling", "years.2028"]]);
    expect(codes(over(2029))).toEqual([["outside_tranche", "years.2029"]]);
  });

  it("takes nothing back: that is a revision", () => {
    const years = [
      { year: 2026, amount: cents(2n) },
      { year: 2027, amount: cents(-1n) },
    ];
    expect(codes({ decisionCents: cents(1n), years })).toEqual([["negative", "years.2027"]]);
  });

  it("stands in the way of a second one for the same place", () => {
    expect(codes({}, { overlapping: { number: "OEF-1", href: "/x" } })).toEqual([["overlapping", "areaId"]]);
  });
});

describe("a revision", () => {
  const now = { allocated: new Map([[2026, cents(10n)]]), unspent: cents(4n) };
  const less = (amount: bigint) => ({
    kind: "revision" as const,
    decisionCents: cents(amount),
    years: [{ year: 2026, amount: cents(amount) }],
  });

  it("takes back what is not spent, to the cent", () => {
    expect(codes(less(-4n), now)).toEqual([]);
    expect(codes(less(-5n), now)).toEqual([["below_spent", "years"]]);
  });

  it("leaves no year below zero", () => {
    expect(codes(less(-11n), { ...now, unspent: cents(20n) })).toEqual([["below_zero", "years.2026"]]);
  });
});

it("a refused amount says what was given, what may be, and by how much it is over", () => {
  const allocated = new Map([[2026, cents(10n)]]);
  const facts = (kind: ProposalDraft["kind"], amount: bigint, more: Partial<ProposalFacts> = {}) =>
    blockingReasons(
      { ...ALLOCATION, kind, decisionCents: cents(amount), years: [{ year: 2026, amount: cents(amount) }] },
      { ...FACTS, allocated, ...more },
    )[0]?.facts;
  expect(facts("allocation", 100_000_01n)).toEqual({
    year: "2026",
    givenCents: "10000001",
    roomCents: "10000000",
    overCents: "1",
  });
  expect(facts("ceiling", -100_000_03n)).toMatchObject({ givenCents: "10000003", overCents: "3" });
  expect(facts("revision", -12n)).toMatchObject({ givenCents: "12", allocatedCents: "10", overCents: "2" });
  expect(facts("revision", -7n, { unspent: cents(4n) })).toEqual({
    givenCents: "7",
    unspentCents: "4",
    overCents: "3",
  });
});

describe("a ceiling", () => {
  const change = (amount: bigint) => ({
    kind: "ceiling" as const,
    years: [{ year: 2026, amount: cents(amount) }],
  });

  it("goes down as far as what is not allocated", () => {
    expect(codes(change(-100_000_00n))).toEqual([]);
    expect(codes(change(-100_000_01n))).toEqual([["ceiling_below_allocated", "years.2026"]]);
  });

  it("needs no decision", () => {
    expect(codes({ ...change(1n), decisionNumber: null, decisionOn: null, decisionCents: null })).toEqual([]);
  });
});
