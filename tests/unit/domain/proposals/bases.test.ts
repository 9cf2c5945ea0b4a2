import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { basesReasons, bridgeOf } from "@/lib/domain/proposals/bases";
import { proposalContent } from "@/lib/domain/proposals/proposal-content";

const amount = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });
const codes = (decision: bigint | null, gross: bigint | null, bcf: bigint | null) =>
  basesReasons(decision, gross, bcf).map(({ code, facts }) => [
    code.split(".").at(-1),
    facts?.differenceCents,
  ]);

describe("gross, BCF part and net", () => {
  it("may be left out together, not one of them", () => {
    expect(codes(100n, null, null)).toEqual([]);
    expect(codes(100n, 121n, null)).toEqual([["bcf_missing", undefined]]);
    expect(codes(100n, null, 21n)).toEqual([["gross_missing", undefined]]);
    expect(codes(100n, 100n, 0n)).toEqual([]);
  });

  it("fit to the cent, and the difference is said", () => {
    fc.assert(
      fc.property(amount, amount, amount, (gross, bcf, off) => {
        const expected = off === 0n ? [] : [["bases_differ", (-off).toString()]];
        expect(codes(gross - bcf + off, gross, bcf)).toEqual(expected);
      }),
    );
  });
});

describe("the bridge over several decisions", () => {
  const decision = (gross: bigint | null, bcf: bigint | null, net: bigint) => ({
    grossCents: gross === null ? null : cents(gross),
    bcfCents: bcf === null ? null : cents(bcf),
    netCents: cents(net),
  });

  it("keeps gross - BCF = net in its total", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1 }), (bases) => {
        const { grossCents, bcfCents, netCents } = bridgeOf(
          bases.map(([gross, bcf]) => decision(gross, bcf, gross - bcf)),
        );
        expect((grossCents ?? 0n) - (bcfCents ?? 0n)).toBe(netCents);
      }),
    );
  });

  it("has no gross total as soon as one decision does not state it: absent is not zero", () => {
    expect(bridgeOf([decision(121n, 21n, 100n), decision(null, null, 50n)])).toEqual({
      grossCents: null,
      bcfCents: null,
      netCents: 150n,
    });
  });
});

it("content without bases keeps the hash it had before they were asked", () => {
  const facts = {
    kind: "allocation",
    number: "T-1",
    streamId: "s",
    trancheId: "t",
    themeId: null,
    municipalityId: null,
    areaId: null,
    allocationId: null,
    claimId: null,
    decisionNumber: null,
    decisionOn: null,
    decisionCents: null,
    effectiveOn: "2026-01-01",
    legalSource: null,
    reason: "r",
    lines: [],
  } as const;
  const plain = proposalContent(facts);
  expect(proposalContent({ ...facts, grossCents: null, bcfCents: null, decisionDocument: null })).toEqual(
    plain,
  );
  expect(proposalContent({ ...facts, grossCents: 0n, bcfCents: 0n })).not.toEqual(plain);
});
