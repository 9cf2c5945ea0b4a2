import { getTranslations } from "@/i18n/translations";
import { amount, type Cell, type Column, date, text, whole } from "@/lib/files/cell";
import type { StreamDesk } from "@/lib/queries/overview/find-stream-overview";
import { dueIn } from "@/lib/views/dates";
import type { Locale } from "@/lib/views/locale";

/** The tables of a stream's desk that leave as a file, as the address names them. */
export const OVERVIEW_TABLES = ["gemeenten", "jaren", "ontbreekt", "vooruitblik"] as const;
export type OverviewTable = (typeof OVERVIEW_TABLES)[number];

interface FileTable {
  readonly columns: readonly Column[];
  readonly rows: readonly Cell[][];
}
type Asked = { readonly desk: StreamDesk; readonly validOn: string; readonly locale: Locale };

/** One table of the desk as the screen has it: what is not there is a word, never a zero. */
export function overviewTable(table: OverviewTable, asked: Asked): Promise<FileTable> {
  switch (table) {
    case "gemeenten":
      return matrixTable(asked);
    case "jaren":
      return yearTable(asked);
    case "ontbreekt":
      return missingTable(asked);
    case "vooruitblik":
      return outlookTable(asked);
  }
}

const placeOf = ({ municipalities }: StreamDesk, id: string): Cell[] => {
  const place = municipalities.get(id);
  return [text(place?.code ?? id), text(place?.name ?? id)];
};

async function matrixTable({ desk, locale }: Asked): Promise<FileTable> {
  const [t, absence] = [
    await getTranslations({ locale, namespace: "overview" }),
    await getTranslations({ locale, namespace: "status.absence" }),
  ];
  const { matrix } = desk.overview;
  const rows = matrix.rows.map((row): Cell[] => [
    ...placeOf(desk, row.municipalityId),
    ...row.cells.map(
      (cell): Cell => (cell.amount === null ? text(absence(cell.missing)) : amount(cell.amount)),
    ),
    row.total === null ? text(absence("none")) : amount(row.total),
    whole(BigInt(row.late)),
  ]);
  const columns = [
    { title: t("code"), width: 12 },
    { title: t("municipality"), width: 24 },
    ...matrix.years.map((year) => ({ title: year === null ? t("noYear") : String(year), width: 18 })),
    { title: t("total"), width: 18 },
    { title: t("lateReports"), width: 12 },
  ];
  return { columns, rows };
}

async function yearTable({ desk, locale }: Asked): Promise<FileTable> {
  const [t, absence] = [
    await getTranslations({ locale, namespace: "overview" }),
    await getTranslations({ locale, namespace: "status.absence" }),
  ];
  const measures = ["ceiling", "allocated", "free", "advanced", "spent"] as const;
  const rows = desk.overview.years.map(({ year, sums }): Cell[] => [
    text(year === null ? t("noYear") : String(year)),
    ...measures.map((name) => (sums[name] === null ? text(absence("none")) : amount(sums[name]))),
  ]);
  const columns = [
    { title: t("year"), width: 20 },
    ...measures.map((name) => ({ title: t(`measures.${name}`), width: 18 })),
  ];
  return { columns, rows };
}

async function missingTable({ desk, validOn, locale }: Asked): Promise<FileTable> {
  const t = await getTranslations({ locale, namespace: "overview" });
  const rows = desk.overview.open.map((report): Cell[] => [
    ...placeOf(desk, report.municipalityId),
    text(desk.trancheNames.get(report.trancheId) ?? report.trancheId),
    whole(BigInt(report.year)),
    whole(BigInt(report.period)),
    date(report.dueOn),
    text(dueIn(report.dueOn, validOn, locale)),
  ]);
  const titles = [
    [t("code"), 12],
    [t("municipality"), 24],
    [t("filter.tranche"), 24],
    [t("year"), 8],
    [t("reports.columns.period"), 8],
    [t("reports.columns.due"), 18],
    [t("reports.columns.state"), 24],
  ] as const;
  return { columns: titles.map(([title, width]) => ({ title, width })), rows };
}

async function outlookTable({ desk, locale }: Asked): Promise<FileTable> {
  const [t, absence] = [
    await getTranslations({ locale, namespace: "overview" }),
    await getTranslations({ locale, namespace: "status.absence" }),
  ];
  const rows = desk.overview.outlooks.flatMap(({ tranche, expiresOn, rows: own }) =>
    own.map(({ municipalityId, allocated, spent, forecast, outlook }): Cell[] => [
      text(tranche.name),
      date(expiresOn),
      ...placeOf(desk, municipalityId),
      amount(allocated),
      spent === null ? text(absence("expected")) : amount(spent),
      forecast === null ? text(absence("expected")) : amount(forecast),
      ...(outlook.known
        ? [
            amount(outlook.pace),
            whole(BigInt(outlook.elapsedMonths)),
            whole(BigInt(outlook.remainingMonths)),
            amount(outlook.unspent),
          ]
        : [null, null, null, text(t(`outlook.why.${outlook.why}`))]),
    ]),
  );
  const titles = [
    [t("filter.tranche"), 24],
    [t("file.expires"), 14],
    [t("code"), 12],
    [t("municipality"), 24],
    [t("measures.allocated"), 18],
    [t("measures.spent"), 18],
    [t("measures.forecast"), 18],
    [t("outlook.columns.pace"), 18],
    [t("file.elapsed"), 12],
    [t("file.remaining"), 12],
    [t("outlook.columns.lapses"), 24],
  ] as const;
  return { columns: titles.map(([title, width]) => ({ title, width })), rows };
}
