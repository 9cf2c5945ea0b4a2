import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import type { Grant } from "@/lib/domain/access";
import { sum } from "@/lib/domain/money";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { amount, type Cell, date, decimal, text, whole } from "@/lib/files/cell";
import type { Asked } from "@/lib/input/as-of";
import { checkpointAsOf } from "@/lib/queries/exports/checkpoint-as-of";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { listSettlements, type SettlementRow } from "@/lib/queries/settlements/list-settlements";
import { fileAnswer, type TableFormat, tableBytes } from "./answer";
import { statementOf } from "./statement";

const AMOUNTS = ["awarded", "spent", "settled", "lapsed", "advanced", "recovery", "remainder"] as const;
const COLUMNS = [
  ["number", 16],
  ["municipality", 22],
  ["municipalityCode", 14],
  ["area", 24],
  ["stream", 28],
  ["tranche", 20],
  ["theme", 24],
  ["decisionNumber", 18],
  ["decisionOn", 14],
  ["settlementNumber", 18],
  ["settlementOn", 14],
  ["document", 24],
  ["legalSource", 24],
  ...AMOUNTS.map((name) => [name, 18] as const),
  ["reason", 40],
  ["proposer", 22],
  ["approver", 22],
  ["seq", 10],
  ["hash", 66],
] as const;
const only = z.uuid().nullable().catch(null);

/** The settlements that stand, one row each with everything its letter says; or that of one allocation. */
export async function settlementFile(
  grant: Grant<"proposal:read">,
  programme: ProgrammeRow,
  params: Asked,
  format: TableFormat | "json",
): Promise<Response> {
  const allocationId = only.parse(params.toekenning ?? null);
  const rows = await listSettlements(grant, programme.id, allocationId);
  const [t, locale] = [await getTranslations("ledger.export"), await getLocale()];
  const what = { kind: "vaststelling", format } as const;
  const statement = await statementOf({
    programme,
    kind: "vaststelling",
    filter: allocationId === null ? [] : rows.map(({ number }) => number),
    asOf: null,
    rows: BigInt(rows.length),
    totals: AMOUNTS.map((name) => ({
      name: t(`columns.${name}`).toLowerCase(),
      amount: sum(rows.map((row) => row[name])),
    })),
    checkpoint: await checkpointAsOf(grant, programme.id, instantNow(new Date())),
  });
  if (format === "json") {
    const said = statement.map(({ name, value }) => [name, value === null ? null : plain(value)]);
    const letters = {
      statement: Object.fromEntries(said),
      settlements: rows.map((row) => letter(row, locale)),
    };
    return fileAnswer(jsonBytes(letters), { programme, ...what });
  }
  const table = {
    columns: COLUMNS.map(([name, width]) => ({ title: t(`columns.${name}`), width })),
    rows: rows.map((row) => COLUMNS.map(([name]) => cellOf(row, name, locale))),
  };
  return fileAnswer(await tableBytes(table, statement, { kind: "vaststelling", format }), {
    programme,
    ...what,
  });
}

function cellOf(row: SettlementRow, name: (typeof COLUMNS)[number][0], locale: string): Cell {
  if (name === "theme") return text(locale === "en" ? row.themeEn : row.themeNl);
  if (name === "seq") return whole(row.entry);
  if (name === "decisionOn" || name === "settlementOn") return date(row[name]);
  const value = row[name];
  return typeof value === "bigint" ? amount(value) : text(value);
}

/** Amounts as "55000.00", exact text that no reader turns into a float by itself. */
const plain = (cell: NonNullable<Cell>): string =>
  cell.is === "amount" ? decimal(cell.value, ".") : String(cell.value);

const letter = (row: SettlementRow, locale: string) =>
  Object.fromEntries(
    COLUMNS.map(([name]) => {
      const cell = cellOf(row, name, locale);
      return [name, cell === null ? null : plain(cell)];
    }),
  );

async function* jsonBytes(value: unknown): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}
