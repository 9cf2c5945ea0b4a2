import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineCoverage, reportCoverage } from "@/lib/domain/evidence/coverage";
import { type EvidenceDocument, scanState } from "@/lib/domain/evidence/evidence-document";
import { keptName } from "@/lib/domain/evidence/evidence-file";
import { requiredOn } from "@/lib/domain/evidence/requirement";
import { cents } from "@/lib/domain/money";
import { checkReport } from "@/lib/domain/reports/check-report";
import { line, report } from "../reports/sample-report";

function document(changes: Partial<EvidenceDocument> = {}): EvidenceDocument {
  return {
    id: "d",
    areaId: "a",
    themeId: "t",
    kind: "invoice",
    amount: cents(100_00n),
    note: null,
    fileName: "factuur.pdf",
    mediaType: "application/pdf",
    byteSize: 1,
    sha256: "",
    state: "clean",
    finding: null,
    addedBy: "S. Proef",
    addedAt: new Date(0),
    withdrawn: null,
    ...changes,
  };
}
const withdrawn = { reason: "verkeerde factuur", by: "S. Proef", at: new Date(0) };
/** 18 digits: where a float would have lost cents long ago. */
const money = fc.bigInt({ min: 0n, max: 10n ** 18n }).map(cents);
const places = fc.constantFrom("a", "b", "c");
const documents = fc.array(
  fc
    .record({
      areaId: places,
      amount: money.map((one) => cents(one + 1n)),
      gone: fc.boolean(),
      state: fc.constantFrom("waiting", "clean", "infected", "unscanned"),
    })
    .map(({ gone, ...one }) => document({ ...one, withdrawn: gone ? withdrawn : null })),
  { maxLength: 12 },
);
const lines = fc
  .array(fc.option(money, { nil: null }), { minLength: 3, maxLength: 3 })
  .map((all) => all.map((spent, index) => ({ areaId: ["a", "b", "c"][index] ?? "", themeId: "t", spent })));

describe("how much of a report is supported", () => {
  it("is never below nothing, never above what was spent, on each line and for the whole", () => {
    fc.assert(
      fc.property(lines, documents, (all, added) => {
        for (const one of all) {
          const { spent, supported } = lineCoverage(one, added);
          expect(supported >= 0n && supported <= (spent ?? 0n)).toBe(true);
        }
        const whole = reportCoverage(all, added);
        expect(whole.spent).toBe(all.reduce((sum, { spent }) => sum + (spent ?? 0n), 0n));
        expect(whole.supported).toBe(all.reduce((sum, one) => sum + lineCoverage(one, added).supported, 0n));
        expect(whole.supported <= whole.spent).toBe(true);
        expect(whole.empty).toBe(all.filter(({ spent }) => spent === null).length);
      }),
    );
  });

  it("one more document never makes it less, and withdrawing it gives what was there before", () => {
    fc.assert(
      fc.property(lines, documents, money, (all, added, amount) => {
        const more = document({ amount: cents(amount + 1n) });
        const before = reportCoverage(all, added).supported;
        expect(reportCoverage(all, [...added, more]).supported >= before).toBe(true);
        expect(reportCoverage(all, [...added, { ...more, withdrawn }]).supported).toBe(before);
      }),
    );
  });

  it("the order of documents changes nothing", () => {
    fc.assert(
      fc.property(lines, documents, (all, added) => {
        expect(reportCoverage(all, [...added].reverse())).toEqual(reportCoverage(all, added));
      }),
    );
  });

  it("too much on one line does not support another", () => {
    const two = [
      { areaId: "a", themeId: "t", spent: cents(100n) },
      { areaId: "b", themeId: "t", spent: cents(100n) },
    ];
    expect(reportCoverage(two, [document({ amount: cents(500n) })])).toEqual({
      spent: 200n,
      supported: 100n,
      empty: 0,
    });
  });

  it("to the cent: one cent less than spent is not all", () => {
    const one = { areaId: "a", themeId: "t", spent: cents(900_719_925_474_099_300n) };
    const { supported } = lineCoverage(one, [document({ amount: cents(900_719_925_474_099_299n) })]);
    expect(supported).toBe(900_719_925_474_099_299n);
  });

  it.each(["waiting", "infected"] as const)("a document that is %s supports nothing", (state) => {
    expect(lineCoverage(line(), [document({ state })]).supported).toBe(0n);
  });
});

describe("the state of a document", () => {
  it("waits without a verdict, and infected stays infected whatever is said later", () => {
    expect(scanState([])).toBe("waiting");
    expect(scanState(["unscanned"])).toBe("unscanned");
    expect(scanState(["unscanned", "clean"])).toBe("clean");
    expect(scanState(["infected", "clean"])).toBe("infected");
    expect(scanState(["clean", "infected"])).toBe("infected");
  });
});

describe("W8: evidence by type of line", () => {
  const findings = (
    threshold: bigint,
    added: readonly EvidenceDocument[],
    kind: "invoice" | "accountant" | null = null,
  ) =>
    checkReport(
      report([line({ spent: 200_00n })], {
        evidence: { documents: added, required: [{ kind, threshold: cents(threshold) }] },
      }),
    ).filter(({ code }) => code === "W8");

  it("asks from the threshold on, to the cent", () => {
    expect(findings(200_01n, [])).toEqual([]);
    expect(findings(200_00n, [])).toMatchObject([
      { severity: "block", problem: "missing", line: "noord.school" },
    ]);
  });
  it("is content with one document of the kind, and with any where no kind is asked", () => {
    expect(findings(1n, [document()])).toEqual([]);
    expect(findings(1n, [document()], "accountant")).toMatchObject([
      { field: "bewijs.noord.school.accountant" },
    ]);
    expect(findings(1n, [document({ kind: "accountant" })], "accountant")).toEqual([]);
  });
  it("does not count what was withdrawn or found infected, and says when the scanner has to look first", () => {
    expect(findings(1n, [document({ withdrawn })])).toMatchObject([{ problem: "missing" }]);
    expect(findings(1n, [document({ state: "infected" })])).toMatchObject([{ problem: "missing" }]);
    expect(findings(1n, [document({ state: "waiting" })])).toMatchObject([{ problem: "waiting" }]);
    expect(findings(1n, [document({ state: "unscanned" })])).toEqual([]);
  });
  it("leaves a report alone in a stream that asks nothing", () => {
    expect(checkReport(report([line()])).filter(({ code }) => code === "W8")).toEqual([]);
  });
});

describe("a dated setting", () => {
  const setting = (
    validFrom: string,
    threshold: bigint | null,
    entered = 0,
    kind: "invoice" | null = null,
  ) => ({
    validFrom,
    kind,
    threshold: threshold === null ? null : cents(threshold),
    enteredAt: new Date(entered),
  });

  it("holds for periods that end on its day or later", () => {
    const all = [setting("2026-08-31", 5n)];
    expect(requiredOn(all, "2026-08-30")).toEqual([]);
    expect(requiredOn(all, "2026-08-31")).toEqual([{ kind: null, threshold: 5n }]);
  });
  it("is followed by a later one, of two for one day the last entered; an empty amount ends it", () => {
    const all = [setting("2026-01-01", 5n), setting("2026-06-01", 9n, 2), setting("2026-06-01", 7n, 1)];
    expect(requiredOn(all, "2026-12-31")).toEqual([{ kind: null, threshold: 9n }]);
    expect(requiredOn([...all, setting("2026-09-01", null)], "2026-12-31")).toEqual([]);
  });
  it("is apart for each kind", () => {
    const all = [setting("2026-01-01", 9n), setting("2026-01-01", 5n, 0, "invoice")];
    expect(requiredOn(all, "2026-12-31")).toEqual([
      { kind: "invoice", threshold: 5n },
      { kind: null, threshold: 9n },
    ]);
  });
});

describe("the name of a document", () => {
  it("is never a path, turns no reading direction, and keeps its end", () => {
    expect(keptName("../../etc/passwd.pdf")).toBe("....etcpasswd.pdf");
    expect(keptName("C:\\map\\factuur\u202Efdp.exe\r\n")).toBe("Cmapfactuurfdp.exe");
    expect(keptName(`${"x".repeat(300)}.pdf`)).toHaveLength(120);
    expect(keptName("\u0000")).toBe("document");
  });
});
