import { deliveredRow, deliveredSchemes, type SisaContent } from "@/lib/domain/sisa/content";
import { type SisaFacts, sisaDeadline, sisaRows } from "@/lib/domain/sisa/sisa-year";
import { facts } from "./sample-year";

/** What would be delivered of a sample year. */
export function contentOf(change: Partial<SisaFacts>): SisaContent {
  const all = facts(change);
  const rows = sisaRows(all);
  return {
    format: 1,
    programme: { code: "proef", name: "Proef", practice: true },
    municipality: { code: "G1", name: "Gemeente" },
    year: all.year,
    deadline: sisaDeadline(all.year),
    adoptedOn: all.adoptedOn ?? "",
    tolerance: all.tolerance,
    schemes: deliveredSchemes(rows, all.streams),
    rows: rows.flatMap((row) => {
      const line = deliveredRow(row);
      return line === null ? [] : [line];
    }),
  };
}
