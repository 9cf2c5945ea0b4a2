import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson, contentHash, streamedHash } from "@/lib/db/hash";
import { cents } from "@/lib/domain/money";
import {
  atIndex,
  type BatchDraft,
  batchCheck,
  batchReasons,
  type LineFacts,
} from "@/lib/domain/proposals/batch";
import { inParts } from "@/lib/domain/proposals/parts";

const size = fc.integer({ min: 1, max: 9 });

it("lines come back from parts whole and in their order, and no part is larger than asked", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), size, (lines, most) => {
      const parts = [...inParts(lines, most)];
      expect(parts.flat()).toEqual(lines);
      expect(parts.every(({ length }) => length > 0 && length <= most)).toBe(true);
    }),
  );
});

const line = fc
  .record({
    kind: fc.constantFrom("allocation", "revision", "advance", "recovery"),
    trancheId: fc.constantFrom("t1", "t2"),
    areaId: fc.constantFrom("a1", "a2", null),
    reference: fc.constantFrom("r1", "r2"),
    amount: fc.bigInt(-60n, 60n),
  })
  .map(
    ({ kind, trancheId, areaId, reference, amount }): BatchDraft => ({
      kind: kind as BatchDraft["kind"],
      trancheId,
      themeId: "th",
      areaId,
      allocationId: kind === "allocation" ? null : "al",
      decisionNumber: reference,
      decisionOn: "2026-02-01",
      decisionCents: cents(amount),
      reason: "toets",
      years: [{ year: 2026, amount: cents(amount) }],
    }),
  );
const factsOf = ({ allocationId }: BatchDraft): LineFacts => ({
  tranche: { firstYear: 2026, lastYear: 2026, opensOn: null, closesOn: null },
  horizon: { from: 2022, to: 2042 },
  allocated: new Map([[2026, cents(50n)]]),
  unspent: cents(40n),
  overlapping: null,
  ceilingsHref: "/plafonds",
  cash:
    allocationId === null
      ? null
      : {
          awarded: 100n,
          advanced: 30n,
          open: { advances: 0n, recoveries: 0n },
          paid: new Set(["advance|r1|10"]),
          today: "2026-03-01",
        },
});
const rooms = new Map([
  ["t1", new Map([[2026, cents(100n)]])],
  ["t2", new Map([[2026, cents(5n)]])],
]);

it("lines that are looked at in parts have the same reasons as lines that are looked at at once", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), size, fc.boolean(), (lines, most, together) => {
      const check = batchCheck(together ? lines : null);
      const found = [...inParts(lines, most)].flatMap((part) => check.look(part, factsOf, rooms));
      expect(atIndex(found)).toEqual(batchReasons(lines, factsOf, rooms, together));
    }),
  );
});

it("a hash that is made piece by piece is the hash of the whole, also of lines that are made as they are read", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.array(fc.jsonValue()), (value, lines) => {
      const whole = { z: 1n, action: "enter", left: undefined, input: { value, lines } };
      expect(streamedHash(whole)).toBe(contentHash(whole));
      const read = {
        *[Symbol.iterator]() {
          yield* lines;
        },
      };
      expect(streamedHash({ ...whole, input: { value, lines: read } })).toBe(contentHash(whole));
      expect(canonicalJson(value)).toBe(canonicalJson(structuredClone(value)));
    }),
  );
});
