import { z } from "zod";
import { getTranslations } from "@/i18n/translations";
import type { Grant } from "@/lib/domain/access";
import { sum } from "@/lib/domain/money";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { amount, type Cell, date, text, whole } from "@/lib/files/cell";
import { checkpointAsOf } from "@/lib/queries/exports/checkpoint-as-of";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { listSettlements, type SettlementRow } from "@/lib/queries/settlements/list-settlements";
import type { ExportAsked, MadeTable } from "./made";
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
  { params, locale, now }: ExportAsked,
): Promise<MadeTable> {
  const allocationId = only.parse(params.toekenning ?? null);
  const rows = await listSettlements(grant, programme.id, allocationId);
  const t = await getTranslations({ locale, namespace: "ledger.export" });
  const statement = await statementOf(
    { locale, now },
    {
      programme,
      kind: "vaststelling",
      filter: allocationId === null ? [] : rows.map(({ number }) => number),
      asOf: null,
      rows: BigInt(rows.length),
      totals: AMOUNTS.map((name) => ({
        name: t(`columns.${name}`).toLowerCase(),
        amount: sum(rows.map((row) => row[name])),
      })),
      checkpoint: await checkpointAsOf(grant, programme.id, instantNow(now)),
    },
  );
  const table = {
    columns: COLUMNS.map(([name, width]) => ({ name, title: t(`columns.${name}`), width })),
    rows: rows.map((row) => COLUMNS.map(([name]) => cellOf(row, name, locale))),
  };
  return { kind: "vaststelling", table, statement, count: BigInt(rows.length), asOf: null };
}

function cellOf(row: SettlementRow, name: (typeof COLUMNS)[number][0], locale: string): Cell {
  if (name === "theme") return text(locale === "en" ? row.themeEn : row.themeNl);
  if (name === "seq") return whole(row.entry);
  if (name === "decisionOn" || name === "settlementOn") return date(row[name]);
  const value = row[name];
  return typeof value === "bigint" ? amount(value) : text(value);
}
