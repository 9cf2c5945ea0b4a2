import { getTranslations } from "@/i18n/translations";
import type { Grant } from "@/lib/domain/access";
import { cents, sum } from "@/lib/domain/money";
import { LINE_STATES } from "@/lib/domain/proposals/batch-view";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { amount, type Cell, text, whole } from "@/lib/files/cell";
import { readAllocationFilters } from "@/lib/input/allocation-filters";
import { listAdvances } from "@/lib/queries/advances/list-advances";
import { allocationFilterOptions } from "@/lib/queries/allocations/list-allocations";
import { listCeilings } from "@/lib/queries/ceilings/list-ceilings";
import { checkpointAsOf } from "@/lib/queries/exports/checkpoint-as-of";
import { exportBatches } from "@/lib/queries/exports/export-batches";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import type { ExportAsked, MadeTable } from "./made";
import { chosen, statementOf } from "./statement";

/** The ceilings page: one row per tranche and year; a tranche without a ceiling has one row that says so by absence. */
export async function ceilingsFile(
  grant: Grant<"allocation:read">,
  programme: ProgrammeRow,
  { locale, now }: ExportAsked,
): Promise<MadeTable> {
  const t = await getTranslations({ locale, namespace: "ledger.export" });
  const tranches = await listCeilings(grant, programme.id);
  const years = tranches.flatMap((tranche) => tranche.years);
  const rows = tranches.flatMap(({ stream, tranche, years: own }): Cell[][] =>
    own.length === 0
      ? [[text(stream), text(tranche), null, null, null, null, null]]
      : own.map((one) => [
          text(stream),
          text(tranche),
          whole(BigInt(one.year)),
          amount(one.ceiling),
          amount(one.allocated),
          amount(one.free),
          amount(one.asked),
        ]),
  );
  const measures = ["ceiling", "allocated", "free", "asked"] as const;
  const statement = await statementOf(
    { locale, now },
    {
      programme,
      kind: "plafonds",
      filter: [],
      asOf: null,
      rows: BigInt(rows.length),
      totals: measures.map((name) => ({
        name: t(`columns.${name}`).toLowerCase(),
        amount: sum(years.map((year) => year[name])),
      })),
      checkpoint: await checkpointAsOf(grant, programme.id, instantNow(now)),
    },
  );
  const columns = [
    ["stream", 28],
    ["tranche", 24],
    ["year", 8],
    ["ceiling", 18],
    ["allocated", 18],
    ["free", 18],
    ["asked", 18],
  ] as const;
  const table = {
    columns: columns.map(([name, width]) => ({ name, title: t(`columns.${name}`), width })),
    rows,
  };
  return { kind: "plafonds", table, statement, count: BigInt(rows.length), asOf: null };
}

/** Every batch with what its lines add up to and how they stand. */
export async function batchesFile(
  grant: Grant<"proposal:read">,
  programme: ProgrammeRow,
  { locale, now }: ExportAsked,
): Promise<MadeTable> {
  const [t, states] = [
    await getTranslations({ locale, namespace: "ledger.export" }),
    await getTranslations({ locale, namespace: "ledger.export.states" }),
  ];
  const batches = await exportBatches(grant, programme.id);
  const rows = batches.map((batch): Cell[] => [
    text(batch.number),
    text(batch.name),
    text(t(`origins.${batch.origin}`)),
    text(batch.author),
    text(batch.createdAt.toISOString()),
    whole(BigInt(batch.lines)),
    amount(batch.total),
    ...LINE_STATES.map((state) => whole(BigInt(batch.counts[state]))),
  ]);
  const statement = await statementOf(
    { locale, now },
    {
      programme,
      kind: "verzamelvoorstellen",
      filter: [],
      asOf: null,
      rows: BigInt(rows.length),
      totals: [{ name: t("columns.amount").toLowerCase(), amount: sum(batches.map(({ total }) => total)) }],
      checkpoint: await checkpointAsOf(grant, programme.id, instantNow(now)),
    },
  );
  const named = [
    ["number", 16],
    ["name", 40],
    ["origin", 18],
    ["author", 22],
    ["created", 26],
    ["lines", 10],
    ["amount", 18],
  ] as const;
  const columns = [
    ...named.map(([name, width]) => ({ name, title: t(`columns.${name}`), width })),
    ...LINE_STATES.map((state) => ({ name: state, title: states(state), width: 14 })),
  ];
  return {
    kind: "verzamelvoorstellen",
    table: { columns, rows },
    statement,
    count: BigInt(rows.length),
    asOf: null,
  };
}

/** What was paid per allocation of the question, with what waits for another person. */
export async function advancesFile(
  grant: Grant<"proposal:read">,
  programme: ProgrammeRow,
  { params, locale, now }: ExportAsked,
): Promise<MadeTable> {
  const { filters } = readAllocationFilters(params, await allocationFilterOptions(grant, programme.id));
  const t = await getTranslations({ locale, namespace: "ledger.export" });
  const list = await listAdvances(grant, {
    programmeId: programme.id,
    stream: filters.geldstroom,
    municipality: filters.gemeente,
    text: filters.zoek,
  });
  const measures = ["awarded", "advanced", "open", "spent"] as const;
  const rows = list.map((row): Cell[] => [
    text(row.number),
    text(row.municipality),
    text(row.area),
    text(row.stream),
    text(locale === "en" ? row.themeEn : row.themeNl),
    ...measures.map((name) => amount(row[name])),
    amount(cents(row.awarded - row.advanced)),
  ]);
  const statement = await statementOf(
    { locale, now },
    {
      programme,
      kind: "voorschotten",
      filter: await chosen(locale, {
        stream: filters.geldstroom,
        municipality: filters.gemeente,
        search: filters.zoek,
      }),
      asOf: null,
      rows: BigInt(rows.length),
      totals: measures.map((name) => ({
        name: t(`columns.${name}`).toLowerCase(),
        amount: sum(list.map((row) => row[name])),
      })),
      checkpoint: await checkpointAsOf(grant, programme.id, instantNow(now)),
    },
  );
  const columns = [
    ["number", 16],
    ["municipality", 22],
    ["area", 24],
    ["stream", 28],
    ["theme", 24],
    ["awarded", 18],
    ["advanced", 18],
    ["open", 18],
    ["spent", 18],
    ["unpaid", 18],
  ] as const;
  const table = {
    columns: columns.map(([name, width]) => ({ name, title: t(`columns.${name}`), width })),
    rows,
  };
  return { kind: "voorschotten", table, statement, count: BigInt(rows.length), asOf: null };
}
