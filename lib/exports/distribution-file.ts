import { z } from "zod";
import { getTranslations } from "@/i18n/translations";
import type { Grant } from "@/lib/domain/access";
import { sum } from "@/lib/domain/money";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { NotFound } from "@/lib/domain/refusal";
import { amount, type Cell, text } from "@/lib/files/cell";
import { findRun } from "@/lib/queries/distribution/find-run";
import { checkpointAsOf } from "@/lib/queries/exports/checkpoint-as-of";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import type { ExportAsked, MadeTable } from "./made";
import { statementOf } from "./statement";

/**
 * A run as a file: per recipient each year's amount, the present allocation and the change, with the hash in its head. Beside
 * another run: what both have in the years that they share.
 */
export async function distributionFile(
  grant: Grant<"proposal:read">,
  programme: ProgrammeRow,
  { params, locale, now }: ExportAsked,
): Promise<MadeTable> {
  const id = z.uuid().catch("").parse(params.berekening);
  if (id === "") throw new NotFound("run");
  const met = z.uuid().optional().catch(undefined).parse(params.met);
  const run = await findRun(grant, programme.id, id, met);
  const t = await getTranslations({ locale, namespace: "distribution.file" });
  const { beside } = run;
  // What both share has one amount per recipient; a run by itself has one per year.
  const years = beside === null ? run.outcome.years : [];
  const rows = (beside ?? run).effects.map((effect): Cell[] => [
    text(effect.code),
    text(run.names.get(effect.code) ?? effect.code),
    ...years.map(({ amounts }) => amount(amounts.find((one) => one.code === effect.code)?.amount ?? null)),
    ...(beside === null ? [] : [amount(effect.amount)]),
    amount(effect.before),
    amount(effect.change),
  ]);
  const columns = [
    { title: t("code"), width: 16 },
    { title: t("name"), width: 28 },
    ...years.map(({ year }) => ({ title: String(year), width: 18 })),
    ...(beside === null ? [] : [{ title: t("amount"), width: 18 }]),
    { title: t(beside === null ? "present" : "otherRun"), width: 18 },
    { title: t("change"), width: 18 },
  ];
  const statement = await statementOf(
    { locale, now },
    {
      programme,
      kind: "verdeling",
      filter: [
        t("run", { key: run.key.name, version: run.version, tranche: run.tranche }),
        t("hash", { hash: run.hash }),
        ...(beside === null ? [] : [t("shared", { run: beside.id, years: beside.years.join(", ") })]),
      ],
      asOf: null,
      rows: BigInt(rows.length),
      totals:
        beside === null
          ? years.map(({ year, sum: total }) => ({ name: t("sum", { year: String(year) }), amount: total }))
          : [{ name: t("amount").toLowerCase(), amount: sum(beside.effects.map((one) => one.amount)) }],
      checkpoint: await checkpointAsOf(grant, programme.id, instantNow(now)),
    },
  );
  return { kind: "verdeling", table: { columns, rows }, statement, count: BigInt(rows.length), asOf: null };
}
