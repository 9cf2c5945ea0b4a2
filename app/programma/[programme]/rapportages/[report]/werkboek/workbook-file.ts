import { getLocale } from "next-intl/server";
import type { Grant } from "@/lib/domain/access";
import { emptyProjectRow, type KnownSheets, knownSheets } from "@/lib/domain/report-workbook/known-row";
import { yearsOf } from "@/lib/domain/report-workbook/report-columns";
import { askedLines } from "@/lib/domain/reports/report-line";
import { type BroughtRow, broughtKey } from "@/lib/files/report-workbook/report-plan";
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
  const words = await reportWords(locale, of, report, await programmeName(programme));
  const known = withBrought(knownSheets({ ...report, lines: askedLines(report.lines) }, locale), brought);
  const pieces: Uint8Array[] = [];
  const plan = { of, final: period.final, years: yearsOf(report.lines), words, known, brought };
  for await (const piece of reportWorkbook(plan)) pieces.push(piece);
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

/** Projects that somebody brought on rows that the report has not: they are given back as well. */
function withBrought(known: KnownSheets, brought: ReadonlyMap<string, BroughtRow>): KnownSheets {
  const ids = new Set(known.projects.map(({ id }) => id));
  const rowOf = emptyProjectRow(known);
  const start = broughtKey("projects", "");
  const more = [...brought.keys()].flatMap((key) => {
    const id = key.startsWith(start) ? key.slice(start.length) : "";
    return ids.has(id) ? [] : (rowOf(id) ?? []);
  });
  return more.length === 0 ? known : { ...known, projects: [...known.projects, ...more] };
}
