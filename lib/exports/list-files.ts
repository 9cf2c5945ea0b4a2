import { getTranslations } from "@/i18n/translations";
import type { Grant } from "@/lib/domain/access";
import { cents, sum } from "@/lib/domain/money";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { amount, type Cell, date, text } from "@/lib/files/cell";
import { readAllocationFilters } from "@/lib/input/allocation-filters";
import { readReportFilters } from "@/lib/input/report-review";
import { allocationFilterOptions, exportAllocations } from "@/lib/queries/allocations/list-allocations";
import { checkpointAsOf } from "@/lib/queries/exports/checkpoint-as-of";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { exportReports, findReportFilters } from "@/lib/queries/reports/list-reports";
import { dateInAmsterdam } from "@/lib/views/dates";
import type { ExportAsked, MadeTable } from "./made";
import { chosen, statementOf } from "./statement";

/** Every allocation of the list's question, with the same totals as under the list. */
export async function allocationsFile(
  grant: Grant<"allocation:read">,
  programme: ProgrammeRow,
  { params, locale, now }: ExportAsked,
): Promise<MadeTable> {
  const { filters } = readAllocationFilters(params, await allocationFilterOptions(grant, programme.id));
  const [t, status] = [
    await getTranslations({ locale, namespace: "ledger.export" }),
    await getTranslations({ locale, namespace: "status.allocation" }),
  ];
  const list = await exportAllocations(grant, {
    programmeId: programme.id,
    stream: filters.geldstroom,
    municipality: filters.gemeente,
    theme: filters.thema,
    text: filters.zoek,
    sort: filters.volgorde,
    descending: filters.richting === "af",
  });
  const rows = list.rows.map((row): Cell[] => [
    text(row.number),
    text(row.municipality),
    text(row.area),
    text(row.stream),
    text(row.tranche),
    text(locale === "en" ? row.themeEn : row.themeNl),
    amount(cents(row.allocated)),
    amount(cents(row.spent)),
    amount(cents(row.allocated - row.spent)),
    text(status(row.withdrawn ? "withdrawn" : row.revisions > 0 ? "revised" : "active")),
  ]);
  const columns = [
    ["number", 16],
    ["municipality", 22],
    ["area", 24],
    ["stream", 28],
    ["tranche", 24],
    ["theme", 24],
    ["allocated", 18],
    ["spent", 18],
    ["left", 18],
    ["state", 14],
  ] as const;
  const statement = await statementOf(
    { locale, now },
    {
      programme,
      kind: "toekenningen",
      filter: await chosen(locale, {
        stream: filters.geldstroom,
        municipality: filters.gemeente,
        theme: filters.thema,
        search: filters.zoek,
      }),
      asOf: null,
      rows: BigInt(rows.length),
      totals: [
        { name: t("columns.allocated").toLowerCase(), amount: list.allocated },
        { name: t("columns.spent").toLowerCase(), amount: list.spent },
      ],
      checkpoint: await checkpointAsOf(grant, programme.id, instantNow(now)),
    },
  );
  const table = {
    columns: columns.map(([name, width]) => ({ name, title: t(`columns.${name}`), width })),
    rows,
  };
  return { kind: "toekenningen", table, statement, count: BigInt(rows.length), asOf: null };
}

/** Every report of the list's question, also those that are not there yet. */
export async function reportsFile(
  grant: Grant<"report:read">,
  programme: ProgrammeRow,
  { params, locale, now }: ExportAsked,
): Promise<MadeTable> {
  const [t, status] = [
    await getTranslations({ locale, namespace: "ledger.export" }),
    await getTranslations({ locale, namespace: "status" }),
  ];
  const known = await findReportFilters(grant, programme.id);
  const { page: _page, ...filters } = readReportFilters(params, known).filters;
  const list = await exportReports(grant, {
    programmeId: programme.id,
    today: dateInAmsterdam(now),
    filters,
  });
  const rows = list.map((row): Cell[] => [
    text(row.number),
    text(row.streamName),
    text(row.trancheName),
    text(row.municipalityName),
    text(row.periods === 1 ? String(row.year) : `${row.year}/${row.period}`),
    date(dateInAmsterdam(row.dueOn)),
    amount(row.spent === null ? null : cents(row.spent)),
    text(row.state === "reportedZero" ? status("line.reportedZero") : status(`report.${row.state}`)),
  ]);
  const columns = [
    ["number", 18],
    ["stream", 28],
    ["tranche", 24],
    ["municipality", 22],
    ["period", 10],
    ["dueOn", 14],
    ["reported", 22],
    ["state", 18],
  ] as const;
  const statement = await statementOf(
    { locale, now },
    {
      programme,
      kind: "rapportages",
      filter: Object.values(filters).flatMap((one) => (one === undefined ? [] : [String(one)])),
      asOf: null,
      rows: BigInt(rows.length),
      totals: [
        {
          name: t("columns.reported").toLowerCase(),
          amount: sum(list.flatMap(({ spent }) => (spent === null ? [] : [cents(spent)]))),
        },
      ],
      checkpoint: await checkpointAsOf(grant, programme.id, instantNow(now)),
    },
  );
  const table = {
    columns: columns.map(([name, width]) => ({ name, title: t(`columns.${name}`), width })),
    rows,
  };
  return { kind: "rapportages", table, statement, count: BigInt(rows.length), asOf: null };
}
