import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { Grant } from "@/lib/domain/access";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { isReportRule } from "@/lib/domain/rules/report-rules";
import { amount, type Cell, text, whole } from "@/lib/files/cell";
import { type Asked, one } from "@/lib/input/as-of";
import { checkpointAsOf } from "@/lib/queries/exports/checkpoint-as-of";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { replayRule } from "@/lib/queries/rules/replay-rule";
import { fileAnswer, type TableFormat, tableBytes } from "./answer";
import { statementOf } from "./statement";

/** Whom a rule would have hit in past periods, row by row as on its page. */
export async function replayFile(
  grant: Grant<"reconciliation:read">,
  programme: ProgrammeRow,
  params: Asked,
  format: TableFormat,
): Promise<Response> {
  const code = one(params.regel);
  if (!isReportRule(code)) notFound();
  const [t, columns] = [
    await getTranslations("stages.replay"),
    await getTranslations("ledger.export.columns"),
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
  const statement = await statementOf({
    programme,
    kind: "proefdraai",
    filter: [code],
    asOf: null,
    rows: BigInt(rows.length),
    totals: [{ name: t("amount").toLowerCase(), amount: past.amount }],
    checkpoint: await checkpointAsOf(grant, programme.id, instantNow(new Date())),
  });
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
  const what = { kind: "proefdraai", format } as const;
  return fileAnswer(await tableBytes(table, statement, what), { programme, ...what });
}
