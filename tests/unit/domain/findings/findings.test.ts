import { describe, expect, it } from "vitest";
import { type FindingAction, type FindingStatus, isLate, mayHappen } from "@/lib/domain/findings/finding";
import { findingReasons, type WrittenFinding } from "@/lib/domain/findings/finding-reasons";
import {
  readAs,
  type TrackedFinding,
  type TrackedSpend,
  trackTolerance,
} from "@/lib/domain/findings/tolerance-tracker";
import { cents } from "@/lib/domain/money";
import type { Tolerance } from "@/lib/domain/sisa/tolerance";

const TODAY = "2026-11-29";
const written = (change: Partial<WrittenFinding> = {}): WrittenFinding => ({
  side: "municipality",
  streamId: "W",
  municipalityId: "G1",
  nature: "error",
  amount: cents(100n),
  dueOn: TODAY,
  entries: [7n],
  ...change,
});
const known = new Map([
  [7n, { streamId: "W", municipalityId: "G1" }],
  [8n, { streamId: "W", municipalityId: "G2" }],
]);
const codes = (change: Partial<WrittenFinding>) =>
  findingReasons(written(change), { today: TODAY, known }).map(
    ({ code, field }) => `${code.replace("findings.reasons.", "")} ${field}`,
  );

describe("A8: what a finding has to have", () => {
  it("is whole as it stands here", () => {
    expect(codes({})).toEqual([]);
    expect(
      codes({ side: "ministry", municipalityId: null, nature: "none", amount: null, entries: [] }),
    ).toEqual([]);
  });

  it("somebody who can answer, an amount that goes with its nature, and a day to come", () => {
    expect(codes({ municipalityId: null, entries: [] })).toEqual(["no_municipality municipalityId"]);
    expect(codes({ side: "ministry", streamId: null, nature: "none", amount: null })).toEqual([
      "no_stream streamId",
    ]);
    expect(codes({ streamId: null })).toEqual(["amount_needs_stream streamId"]);
    expect(codes({ amount: null })).toEqual(["no_amount amount"]);
    expect(codes({ nature: "none" })).toEqual(["amount_without_nature nature"]);
    expect(codes({ amount: cents(0n) })).toEqual(["amount_not_above_zero amount"]);
    expect(codes({ dueOn: "2026-11-28" })).toEqual(["due_past dueOn"]);
  });

  it("entries that exist and are of the place it is about; every reason at once", () => {
    expect(codes({ entries: [7n, 8n, 9n] })).toEqual(["entry_elsewhere entries", "unknown_entry entries"]);
    expect(codes({ amount: null, dueOn: "2020-01-01", entries: [9n] })).toHaveLength(3);
  });
});

describe("what may happen to a finding", () => {
  const open = (status: FindingStatus, version = 1, issuedVersion: number | null = 1) =>
    (["issued", "answered", "closed", "reopened", "withdrawn"] as FindingAction[]).filter((action) =>
      mayHappen({ status, version, issuedVersion }, action),
    );

  it("follows its state", () => {
    expect(open("draft", 1, null)).toEqual(["issued", "withdrawn"]);
    expect(open("issued")).toEqual(["answered", "closed", "withdrawn"]);
    expect(open("issued", 2)).toEqual(["issued", "answered", "closed", "withdrawn"]);
    expect(open("answered")).toEqual(["answered", "closed", "withdrawn"]);
    expect(open("closed", 2)).toEqual(["reopened", "withdrawn"]);
    expect(open("withdrawn")).toEqual([]);
  });

  it("is late from the day after, and only while it is open", () => {
    expect(isLate({ status: "issued", dueOn: "2026-11-28" }, TODAY)).toBe(true);
    expect(isLate({ status: "answered", dueOn: TODAY }, TODAY)).toBe(false);
    expect(isLate({ status: "closed", dueOn: "2020-01-01" }, TODAY)).toBe(false);
  });
});

describe("the tolerance of a year", () => {
  const scheme: TrackedSpend = { streamId: "W", code: "W", name: "Wijken", spent: cents(100_000_00n) };
  const finding = (nature: TrackedFinding["nature"], amount: bigint, more: Partial<TrackedFinding> = {}) => ({
    id: `${nature}${amount}`,
    number: "B-1",
    title: "t",
    streamId: "W",
    nature,
    amount: cents(amount),
    entries: [],
    ...more,
  });
  const norm = (change: Partial<Tolerance> = {}): Tolerance => ({
    firstYear: 2025,
    version: 1,
    errors: 200,
    uncertainties: 200,
    reading: "not_stated",
    source: "bron",
    ...change,
  });
  const outcome = (findings: TrackedFinding[], tolerance: Tolerance) =>
    trackTolerance([scheme], findings, tolerance)[0]?.outcome;

  it("2 %: up to 2.000,00 of 100.000,00 and not a cent above it", () => {
    expect(outcome([finding("error", 2_000_00n)], norm())).toBe("within");
    expect(outcome([finding("error", 2_000_01n)], norm())).toBe("errors");
  });

  it("1 % errors and 3 % uncertainties before 2025", () => {
    const before = norm({ firstYear: 2017, errors: 100, uncertainties: 300, reading: "each" });
    expect(outcome([finding("error", 1_000_00n), finding("uncertainty", 3_000_00n)], before)).toBe("within");
    expect(outcome([finding("error", 1_000_01n), finding("uncertainty", 3_000_01n)], before)).toBe("both");
  });

  it("A7: read apart or together gives another outcome, and the norm itself stays as its source has it", () => {
    const found = [finding("error", 1_500_00n), finding("uncertainty", 1_500_00n)];
    const stated = norm();
    expect(outcome(found, stated)).toBe("unclear");
    expect(outcome(found, readAs(stated, "each"))).toBe("within");
    expect(outcome(found, readAs(stated, "together"))).toBe("together");
    expect(readAs(stated, null)).toBe(stated);
    expect(stated.reading).toBe("not_stated");
  });

  it("shows a scheme without spend when something was found, and names entries that count twice", () => {
    const other: TrackedSpend = { ...scheme, streamId: "X", code: "X", spent: cents(0n) };
    const rows = trackTolerance(
      [scheme, other, { ...other, streamId: "Y" }],
      [
        finding("error", 1n, { entries: [3n, 5n] }),
        finding("uncertainty", 2n, { entries: [5n] }),
        finding("error", 3n, { streamId: "X" }),
      ],
      norm(),
    );
    expect(
      rows.map(({ streamId, errors, uncertainties, shared }) => [streamId, errors, uncertainties, shared]),
    ).toEqual([
      ["W", 1n, 2n, [5n]],
      ["X", 3n, 0n, []],
    ]);
    expect(rows[1]?.outcome).toBe("errors");
  });

  it("without a norm there is no outcome, and no room of zero either", () => {
    expect(trackTolerance([scheme], [], null)).toMatchObject([{ room: null, outcome: null }]);
  });
});
