import { getTranslations } from "@/i18n/translations";
import type { Grant } from "@/lib/domain/access";
import { sum } from "@/lib/domain/money";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { NotFound } from "@/lib/domain/refusal";
import { compared, effectOf, effectTotal, type ScenarioLevel } from "@/lib/domain/scenarios/effect";
import { type ScenarioPlace, totalOf } from "@/lib/domain/scenarios/scenario";
import { amount, type Cell, type Column, text, whole } from "@/lib/files/cell";
import { scenarioFile as scenarioAsked } from "@/lib/input/scenario";
import { checkpointAsOf } from "@/lib/queries/exports/checkpoint-as-of";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { findScenario, type ScenarioView } from "@/lib/queries/scenarios/scenarios";
import { dateInAmsterdam } from "@/lib/views/dates";
import type { Locale } from "@/lib/views/locale";
import type { ExportAsked, MadeTable } from "./made";
import { statementOf } from "./statement";

interface Told {
  readonly table: { readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] };
  readonly filter: readonly string[];
  readonly totals: readonly { readonly name: string; readonly amount: bigint }[];
}

/** A scenario as a file: its lines, or its effect beside the present and a second scenario. It says everywhere that it is one. */
export async function scenarioFile(
  grant: Grant<"scenario:read">,
  programme: ProgrammeRow,
  { params, locale, now }: ExportAsked,
): Promise<MadeTable> {
  const { scenario: id, met, per, tabel } = scenarioAsked.parse(params);
  if (id === undefined) throw new NotFound("scenario");
  const find = (asked: string) => findScenario(grant, programme, asked, dateInAmsterdam(now));
  const scenario = await find(id);
  const other = met === undefined || met === id ? null : await find(met);
  const t = await getTranslations({ locale, namespace: "scenarios.file" });
  const { table, filter, totals } =
    tabel === "regels" ? await linesOf(scenario, locale) : await effectsOf(scenario, other, per, locale);
  const statement = await statementOf(
    { locale, now },
    {
      programme,
      kind: "scenario",
      mark: { name: t("mark"), text: t(scenario.proposedAt === null ? "markText" : "markProposed") },
      filter: [t("of", { name: scenario.name, author: scenario.author }), ...filter],
      asOf: null,
      rows: BigInt(table.rows.length),
      totals,
      checkpoint: await checkpointAsOf(grant, programme.id, instantNow(now)),
    },
  );
  return { kind: "scenario", table, statement, count: BigInt(table.rows.length), asOf: null };
}

async function effectsOf(
  scenario: ScenarioView,
  other: ScenarioView | null,
  per: ScenarioLevel,
  locale: Locale,
): Promise<Told> {
  const t = await getTranslations({ locale, namespace: "scenarios.file" });
  const words = await getTranslations({ locale, namespace: "scenarios.effect" });
  const first = effectOf(scenario.present, scenario.lines, per);
  const second = other === null ? first : effectOf(other.present, other.lines, per);
  const [total, otherTotal] = [effectTotal(first), effectTotal(second)];
  const named = ({ name }: ScenarioView) => t("named", { name });
  const rows = compared(first, second).map((row): Cell[] => [
    text(row.name),
    amount(row.present),
    amount(row.scenario),
    amount(row.difference),
    ...(other === null ? [] : [amount(row.second), amount(row.between)]),
  ]);
  const titles = [
    words(`levels.${per}`),
    words("present"),
    named(scenario),
    words("difference"),
    ...(other === null ? [] : [named(other), words("between")]),
  ];
  return {
    table: { columns: titles.map((title, index) => ({ title, width: index === 0 ? 28 : 20 })), rows },
    filter: [
      `${words("per")}: ${words(`levels.${per}`)}`,
      ...(other === null ? [] : [t("beside", { name: other.name, author: other.author })]),
    ],
    totals: [
      { name: words("present").toLowerCase(), amount: total.present },
      { name: named(scenario), amount: total.scenario },
      ...(other === null ? [] : [{ name: named(other), amount: otherTotal.scenario }]),
    ],
  };
}

async function linesOf(scenario: ScenarioView, locale: Locale): Promise<Told> {
  const t = await getTranslations({ locale, namespace: "scenarios.file" });
  const words = await getTranslations({ locale, namespace: "scenarios.lines" });
  const placeOf = (place: ScenarioPlace | null, none: string): Cell[] =>
    place === null
      ? [text(none), null, null, null]
      : [
          text(place.area),
          text(place.municipality),
          text(locale === "en" ? place.themeEn : place.themeNl),
          text(place.stream),
        ];
  const rows = scenario.lines.flatMap(({ from, to, years }) =>
    years.map((one): Cell[] => [
      ...placeOf(from, words("unallocated")),
      ...placeOf(to, words("back")),
      whole(BigInt(one.year)),
      amount(one.amount),
    ]),
  );
  const place = (side: "from" | "to") =>
    (["area", "municipality", "theme", "stream"] as const).map((name) => ({
      title: t("side", { side: words(side), what: t(name) }),
      width: 22,
    }));
  const columns = [
    ...place("from"),
    ...place("to"),
    { title: t("year"), width: 8 },
    { title: words("amount"), width: 18 },
  ];
  return {
    table: { columns, rows },
    filter: [words("title")],
    totals: [{ name: words("amount").toLowerCase(), amount: sum(scenario.lines.map(totalOf)) }],
  };
}
