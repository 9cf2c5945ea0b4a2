import { getTranslations } from "@/i18n/translations";
import type { Grant } from "@/lib/domain/access";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { NotFound } from "@/lib/domain/refusal";
import { isReportRule } from "@/lib/domain/rules/report-rules";
import { amount, type Cell, text, whole } from "@/lib/files/cell";
import { one } from "@/lib/input/as-of";
import { checkpointAsOf } from "@/lib/queries/exports/checkpoint-as-of";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { replayRule } from "@/lib/queries/rules/replay-rule";
import type { ExportAsked, MadeTable } from "./made";
import { statementOf } from "./statement";

/** Whom a rule would have hit in past periods, row by row as on its page. */
export async function replayFile(
  grant: Grant<"reconciliation:read">,
  programme: ProgrammeRow,
  { params, locale, now }: ExportAsked,
): Promise<MadeTable> {
  const code = one(params.regel);
  if (!isReportRule(code)) throw new NotFound("rule");
  const [t, columns] = [
    await getTranslations({ locale, namespace: "stages.replay" }),
    await getTranslations({ locale, namespace: "ledger.export.columns" }),
  ];
  const past = await replayRule(grant, programme.id, code);
  const rows = past.rows.map((row): Cell[] => [
    text(row.number),
    whole(BigInt(row.year)),
    whole(BigInt(row.period)),
    text(row.streamName),
    text(row.trancheName),
    text(row.municipalityName),
    whole(BigInt(row.findings)),
    whole(BigInt(row.lines)),
    amount(row.amount),
  ]);
  const statement = await statementOf(
    { locale, now },
    {
      programme,
      kind: "proefdraai",
      filter: [code],
      asOf: null,
      rows: BigInt(rows.length),
      totals: [{ name: t("amount").toLowerCase(), amount: past.amount }],
      checkpoint: await checkpointAsOf(grant, programme.id, instantNow(now)),
    },
  );
  const table = {
    columns: [
      { title: columns("number"), width: 18 },
      { title: columns("year"), width: 8 },
      { title: t("period"), width: 8 },
      { title: columns("stream"), width: 28 },
      { title: columns("tranche"), width: 24 },
      { title: columns("municipality"), width: 22 },
      { title: t("findings"), width: 12 },
      { title: t("lines"), width: 10 },
      { title: columns("amount"), width: 18 },
    ],
    rows,
  };
  return { kind: "proefdraai", table, statement, count: BigInt(rows.length), asOf: null };
}
