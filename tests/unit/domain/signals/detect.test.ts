import { describe, expect, it } from "vitest";
import {
  paceSignals,
  peerSignals,
  periodEndSignals,
  roundSignals,
  silenceSignals,
  twiceSignals,
} from "@/lib/domain/signals/detect";
import { medianOf } from "@/lib/domain/signals/median";
import { factsText, yearOfKey } from "@/lib/domain/signals/signal";

const place = (municipalityCode = "G1", streamCode = "W") => ({
  streamCode,
  streamName: "Wijken",
  municipalityCode,
  municipalityName: municipalityCode,
});

describe("round amounts", () => {
  const found = (lines: number, round: number) => roundSignals(2025, [{ ...place(), lines, round }]).length;
  it("stand out from three on, when they are a fifth of the lines", () => {
    expect(found(3, 2)).toBe(0);
    expect(found(3, 3)).toBe(1);
    expect(found(15, 3)).toBe(1);
    expect(found(16, 3)).toBe(0);
  });
});

describe("booked in the last days", () => {
  const found = (bookings: number, lastCents: bigint, totalCents = 100n) =>
    periodEndSignals(2025, [
      { ...place(), reportId: "r", reportNumber: "R-1", bookings, totalCents, lastCents },
    ]);
  it("stands out when it is half of the money, in five bookings or more", () => {
    expect(found(5, 49n)).toEqual([]);
    expect(found(4, 100n)).toEqual([]);
    expect(found(5, 50n)).toMatchObject([{ facts: { share: 50, report: "R-1" }, reportId: "r" }]);
    expect(found(5, 5n, -10n)).toEqual([]);
  });
});

describe("pace against the middle municipality of the tranche", () => {
  const facts = (shares: readonly bigint[], meantCents = 100n) =>
    shares.map((spentCents, index) => ({ ...place(`G${index}`), trancheName: "1", spentCents, meantCents }));
  const far = (shares: readonly bigint[]) =>
    paceSignals(2025, facts(shares)).map(
      ({ municipalityCode, sentence }) => `${municipalityCode} ${sentence}`,
    );
  it("is far from twice as much, or half, on exactly", () => {
    expect(far([40n, 40n, 40n, 40n, 80n])).toEqual([]);
    expect(far([40n, 40n, 40n, 40n, 81n])).toEqual(["G4 far_above"]);
    expect(far([40n, 40n, 40n, 40n, 20n])).toEqual([]);
    expect(far([40n, 40n, 40n, 40n, 19n])).toEqual(["G4 far_below"]);
  });
  it("says nothing with fewer than five that have something to spend", () => {
    expect(far([40n, 40n, 40n, 0n])).toEqual([]);
    expect(paceSignals(2025, [...facts([1n, 40n, 40n, 40n]), ...facts([1n], 0n)])).toEqual([]);
  });
});

describe("spent per unit", () => {
  it("compares municipalities of one stream by one figure, and needs both to be there", () => {
    const facts = [10n, 10n, 10n, 10n, 30n].map((spentCents, index) => ({
      ...place(`G${index}`),
      unit: "Inwoners",
      count: 1n,
      spentCents,
    }));
    expect(peerSignals(2025, facts)).toMatchObject([
      {
        municipalityCode: "G4",
        sentence: "far_above",
        facts: { perCents: "30", medianCents: "10", peers: 5 },
      },
    ]);
    expect(
      peerSignals(2025, [
        ...facts.slice(1),
        { ...facts[0], ...place("G9"), unit: "Inwoners", spentCents: 10n, count: 0n },
      ]),
    ).toEqual([]);
  });
});

describe("silence and the same twice", () => {
  it("carry what is needed to say them, and where to look", () => {
    const [silence] = silenceSignals(2025, [
      {
        ...place(),
        reportId: "r",
        areaCode: "noord",
        areaName: "Noord",
        themeCode: "kind",
        themeNl: "Kind",
        themeEn: "Child",
        periods: 2,
        beforeCents: 500n,
      },
    ]);
    expect(silence).toMatchObject({
      key: "silence~2025~W~G1~noord~kind",
      reportId: "r",
      facts: { beforeCents: "500" },
    });
    const [twice] = twiceSignals(2025, [
      {
        ...place(),
        what: "document",
        name: "factuur.pdf",
        mark: "abc123",
        otherStreamName: "Jeugd",
        otherMunicipalityName: "G1",
        reportId: "r",
      },
    ]);
    expect(twice).toMatchObject({ key: "twice~2025~W~G1~document~abc123", sentence: "document" });
  });
});

describe("the key and the facts of a signal", () => {
  it("know their year, and other facts are another text", () => {
    expect(yearOfKey("round~2025~W~G1")).toBe(2025);
    expect(yearOfKey("round")).toBeNull();
    expect(yearOfKey("hoax~2025~W~G1")).toBeNull();
    expect(factsText({ sentence: "is", facts: { b: 1, a: 2 } })).toBe(
      factsText({ sentence: "is", facts: { a: 2, b: 1 } }),
    );
    expect(factsText({ sentence: "is", facts: { a: 1 } })).not.toBe(
      factsText({ sentence: "is", facts: { a: 2 } }),
    );
  });
  it("the middle of an even number is one that occurs", () => {
    expect(medianOf([])).toBeNull();
    expect(medianOf([1n, 4n, 2n, 3n].map((part) => ({ part, whole: 1n })))).toEqual({ part: 2n, whole: 1n });
  });
});
