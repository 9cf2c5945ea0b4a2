import { z } from "zod";
import { getTranslations } from "@/i18n/translations";
import type { Grant } from "@/lib/domain/access";
import { amount, type Cell, date, text, whole } from "@/lib/files/cell";
import { type Asked, one } from "@/lib/input/as-of";
import { readHistoryAsked } from "@/lib/input/figure-history";
import { readOverviewAsked } from "@/lib/input/stream-overview";
import { checkpointAsOf } from "@/lib/queries/exports/checkpoint-as-of";
import { exportFigureHistory } from "@/lib/queries/overview/find-figure-history";
import { findStreamOverview, streamOfCode } from "@/lib/queries/overview/find-stream-overview";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { instant } from "@/lib/views/dates";
import type { ExportAsked, MadeTable } from "./made";
import { OVERVIEW_TABLES, overviewTable } from "./overview-tables";
import { statementOf } from "./statement";

type DeskGrant = Grant<"reconciliation:read">;
type ReadCode = (name: string) => string;
const codeIn =
  (asked: Asked): ReadCode =>
  (name) =>
    one(asked[name]).replaceAll("\u0000", "");

const tableOf = z.enum(OVERVIEW_TABLES).catch("gemeenten");

/** One table of a stream's desk, with the measure and the dates that are shown. */
export async function overviewFile(
  grant: DeskGrant,
  programme: ProgrammeRow,
  { params, locale, now }: ExportAsked,
): Promise<MadeTable> {
  const stream = await streamOfCode(grant, programme.id, codeIn(params)("geldstroom"));
  const asked = readOverviewAsked(params, stream.trancheCodes, now);
  const desk = await findStreamOverview(grant, { programmeId: programme.id, stream: stream.code, ...asked });
  const t = await getTranslations({ locale, namespace: "overview" });
  const { totals, forecast } = desk.overview;
  const shown = tableOf.parse(params.tabel);
  const table = await overviewTable(shown, { desk, validOn: asked.asOf.validOn, locale });
  const measures = ["ceiling", "allocated", "free", "advanced", "spent"] as const;
  const figures = [...measures.map((name) => [name, totals[name]] as const), ["forecast", forecast] as const];
  const statement = await statementOf(
    { locale, now },
    {
      programme,
      kind: "overzicht",
      filter: [
        desk.stream.name,
        shown === "gemeenten" ? t(`measures.${asked.measure}`) : t(`tables.${shown}`),
        ...(asked.tranche === null ? [] : [asked.tranche]),
      ],
      asOf: asked.asOf,
      rows: BigInt(table.rows.length),
      totals: figures.flatMap(([name, value]) =>
        value === null ? [] : [{ name: t(`measures.${name}`).toLowerCase(), amount: value }],
      ),
      checkpoint: await checkpointAsOf(grant, programme.id, asked.asOf.knownAt),
    },
  );
  return { kind: "overzicht", table, statement, count: BigInt(table.rows.length), asOf: asked.asOf };
}

/** Every change of the figure that is asked, not only those of the page. */
export async function historyFile(
  grant: DeskGrant,
  programme: ProgrammeRow,
  { params, locale, now }: ExportAsked,
): Promise<MadeTable> {
  const stream = await streamOfCode(grant, programme.id, codeIn(params)("geldstroom"));
  const { filter, asOf } = readHistoryAsked(params, now);
  const changes = await exportFigureHistory(grant, {
    programmeId: programme.id,
    streamId: stream.id,
    filter,
    asOf,
  });
  const [t, kinds] = [
    await getTranslations({ locale, namespace: "overview" }),
    await getTranslations({ locale, namespace: "ledger.kinds" }),
  ];
  const rows = changes.map((row): Cell[] => [
    whole(row.seq),
    text(kinds(row.kind)),
    date(row.effectiveOn),
    text(row.recordedAt.toISOString()),
    text(
      row.deeds.length === 0
        ? row.recordedBy
        : row.deeds
            .map(({ deed, name, at }) => t(`history.${deed}`, { name, at: instant(at, locale) }))
            .join("; "),
    ),
    text(row.place),
    text(row.allocation?.number ?? null),
    amount(row.old),
    amount(row.change),
    amount(row.now),
    text(row.reason),
    text(row.decisionNumber),
  ]);
  const statement = await statementOf(
    { locale, now },
    {
      programme,
      kind: "geschiedenis",
      filter: [
        stream.name,
        t(`measures.${filter.measure}`),
        ...[filter.tranche, filter.municipality, filter.year, filter.allocation].flatMap((part) =>
          part === null ? [] : [String(part)],
        ),
      ],
      asOf,
      rows: BigInt(rows.length),
      totals:
        changes[0] === undefined
          ? []
          : [{ name: t(`measures.${filter.measure}`).toLowerCase(), amount: changes[0].now }],
      checkpoint: await checkpointAsOf(grant, programme.id, asOf.knownAt),
    },
  );
  const widths = [8, 22, 12, 26, 40, 24, 16, 18, 18, 18, 40, 18];
  const names = [
    "entry",
    "kind",
    "effective",
    "recorded",
    "who",
    "what",
    "allocation",
    "old",
    "change",
    "new",
    "why",
    "decision",
  ] as const;
  const columns = names.map((name, index) => ({
    name,
    title: t(`file.${name}`),
    width: widths[index] ?? 16,
  }));
  return { kind: "geschiedenis", table: { columns, rows }, statement, count: BigInt(rows.length), asOf };
}
