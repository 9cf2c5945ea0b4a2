import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { matrixOf } from "@/lib/domain/overview/matrix";
import type { ReportStanding, StreamFigure, StreamReport } from "@/lib/domain/overview/stream-figures";
import { streamOverview } from "@/lib/domain/overview/stream-overview";

const figure = (
  measure: StreamFigure["measure"],
  municipalityId: string | null,
  year: number | null,
  amount: bigint,
): StreamFigure => ({
  measure,
  trancheId: "t",
  municipalityId,
  year,
  amount: cents(amount),
});
const report = (
  municipalityId: string,
  year: number,
  standing: ReportStanding,
  forecast: bigint | null = null,
): StreamReport => ({
  trancheId: "t",
  municipalityId,
  reportId: null,
  year,
  period: 1,
  periods: 1,
  startsOn: `${year}-01-01`,
  endsOn: `${year}-12-31`,
  dueOn: `${year + 1}-04-01`,
  standing,
  forecast: forecast === null ? null : cents(forecast),
});

describe("the matrix", () => {
  it("adds up to the cent, by row, by column and in the corner", () => {
    const figures = fc.array(
      fc.record({
        m: fc.constantFrom("a", "b", "c"),
        y: fc.constantFrom(2025, 2026, null),
        v: fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }),
      }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(figures, (made) => {
        const own = made.map(({ m, y, v }) => figure("allocated", m, y, v));
        const matrix = matrixOf(own, [], "allocated", ["a", "b", "c"]);
        const all = made.reduce((sum, { v }) => sum + v, 0n);
        expect(matrix.total).toBe(all);
        expect(matrix.rows.reduce((sum, { total }) => sum + (total ?? 0n), 0n)).toBe(all);
        expect(matrix.totals.reduce((sum: bigint, total) => sum + (total ?? 0n), 0n)).toBe(all);
      }),
    );
  });

  it("never makes a zero of what is not there", () => {
    const reports = [
      report("a", 2025, "late"),
      report("b", 2025, "accepted"),
      report("c", 2025, "due"),
      report("d", 2025, "not_due"),
      report("e", 2025, "reviewed"),
    ];
    const { rows, total } = matrixOf([], reports, "spent", ["a", "b", "c", "d", "e", "f"]);
    const cells = rows.map(({ cells: [cell] }) => (cell?.amount === null ? cell.missing : cell?.amount));
    expect(cells).toEqual(["late", 0n, "expected", "not_due", "expected", "none"]);
    expect(total).toBe(0n);
    expect(matrixOf([], [report("a", 2025, "late")], "spent", ["a"]).total).toBeNull();
  });

  it("says beside an amount that a report of that year is late", () => {
    const { rows } = matrixOf([figure("spent", "a", 2025, 10n)], [report("a", 2025, "late")], "spent", ["a"]);
    expect(rows[0]).toMatchObject({ total: 10n, late: 1, cells: [{ amount: 10n, late: 1 }] });
  });
});

describe("the desk of a stream", () => {
  const tranche = { id: "t", name: "T", lastYear: 2026, closesOn: null };
  it("takes the forecast of the last accepted report only, and leaves out what nobody told", () => {
    const figures = [
      figure("allocated", "a", 2026, 100n),
      figure("allocated", "b", 2026, 50n),
      figure("spent", "a", 2024, 10n),
    ];
    const reports = [
      report("a", 2024, "accepted", 70n),
      report("a", 2025, "accepted", 30n),
      report("b", 2025, "late", 99n),
    ];
    const overview = streamOverview(figures, reports, [tranche], ["a", "b"], "spent");
    expect(overview.forecast).toBe(30n);
    expect(overview.totals).toEqual({
      ceiling: null,
      allocated: 150n,
      advanced: null,
      spent: 10n,
      free: null,
    });
    expect(overview.open.map(({ municipalityId }) => municipalityId)).toEqual(["b"]);
    expect(overview.outlooks[0]).toMatchObject({ unknown: 1, unspent: 85n, expiresOn: "2026-12-31" });
  });
});
