import { getLocale } from "next-intl/server";
import type { Grant } from "@/lib/domain/access";
import { knownSheets } from "@/lib/domain/report-workbook/known-row";
import type { BroughtRow } from "@/lib/files/report-workbook/report-plan";
import { reportWorkbook } from "@/lib/files/report-workbook/report-workbook";
import { municipalityCode } from "@/lib/queries/report-workbook/find-report-upload";
import { dateInAmsterdam } from "@/lib/views/dates";
import { type LoadedReport, programmeName } from "./load-report";
import { reportWords } from "./report-words";

/** The workbook of a report as a file, with what stands in it now or with what somebody brought. */
export async function workbookFile(
  grant: Grant<"report:read">,
  { programme, report }: LoadedReport,
  brought: ReadonlyMap<string, BroughtRow> = new Map(),
): Promise<Response> {
  const locale = await getLocale();
  const { header, period } = report;
  const of = {
    programme: programme.code,
    report: header.number,
    municipality: await municipalityCode(grant, programme.id, header.id),
    window: `${header.year}-${header.period}/${header.periods}`,
    reportVersion: header.version,
    made: dateInAmsterdam(new Date()),
  };
  const words = await reportWords(locale, of, header, await programmeName(programme));
  const known = knownSheets(report, locale);
  const pieces: Uint8Array[] = [];
  for await (const piece of reportWorkbook({ of, final: period.final, words, known, brought }))
    pieces.push(piece);
  const name = [
    programme.isPractice ? "oefengegevens" : null,
    header.number.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
    `v${header.version}`,
    brought.size > 0 ? "fouten" : null,
  ];
  return new Response(new Uint8Array(Buffer.concat(pieces)), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="${name.filter(Boolean).join("-")}.xlsx"`,
      "Cache-Control": "private, no-store",
    },
  });
}
