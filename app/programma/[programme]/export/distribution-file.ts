import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { orNotFound } from "@/lib/auth/authorize";
import type { Grant } from "@/lib/domain/access";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { NotFound } from "@/lib/domain/refusal";
import { amount, type Cell, text } from "@/lib/files/cell";
import type { Asked } from "@/lib/input/as-of";
import { findRun } from "@/lib/queries/distribution/find-run";
import { checkpointAsOf } from "@/lib/queries/exports/checkpoint-as-of";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { fileAnswer, type TableFormat, tableBytes } from "./answer";
import { statementOf } from "./statement";

/** A run as a file: per recipient each year's amount, the present allocation and the change, with the hash in its head. */
export async function distributionFile(
  grant: Grant<"proposal:read">,
  programme: ProgrammeRow,
  params: Asked,
  format: TableFormat,
): Promise<Response> {
  const id = z.uuid().catch("").parse(params.berekening);
  const run = await orNotFound(
    id === "" ? Promise.reject(new NotFound("run")) : findRun(grant, programme.id, id),
  );
  const t = await getTranslations("distribution.file");
  const { years } = run.outcome;
  const rows = run.effects.map((effect): Cell[] => [
    text(effect.code),
    text(run.names.get(effect.code) ?? effect.code),
    ...years.map(({ amounts }) => amount(amounts.find((one) => one.code === effect.code)?.amount ?? null)),
    amount(effect.before),
    amount(effect.change),
  ]);
  const columns = [
    { title: t("code"), width: 16 },
    { title: t("name"), width: 28 },
    ...years.map(({ year }) => ({ title: String(year), width: 18 })),
    { title: t("present"), width: 18 },
    { title: t("change"), width: 18 },
  ];
  const what = { kind: "verdeling", format } as const;
  const statement = await statementOf({
    programme,
    kind: what.kind,
    filter: [
      t("run", { key: run.key.name, version: run.version, tranche: run.tranche }),
      t("hash", { hash: run.hash }),
    ],
    asOf: null,
    rows: BigInt(rows.length),
    totals: years.map(({ year, sum }) => ({ name: t("sum", { year: String(year) }), amount: sum })),
    checkpoint: await checkpointAsOf(grant, programme.id, instantNow(new Date())),
  });
  return fileAnswer(await tableBytes({ columns, rows }, statement, what), { programme, ...what });
}
