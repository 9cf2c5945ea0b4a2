import { getLocale, getTranslations } from "next-intl/server";
import type { EntryMeasure } from "@/lib/domain/ledger/entry-filter";
import { cents } from "@/lib/domain/money";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { amount, date, type Statement, text, whole } from "@/lib/files/cell";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";

export type ExportKind =
  | "aansluiting"
  | "grootboek"
  | "journaal"
  | "toekenningen"
  | "rapportages"
  | "verdeling"
  | "overzicht"
  | "geschiedenis"
  | "plafonds"
  | "verzamelvoorstel"
  | "verzamelvoorstellen"
  | "voorschotten"
  | "proefdraai"
  | "vaststelling";

interface StatementInput {
  readonly programme: ProgrammeRow;
  readonly kind: ExportKind;
  /** What was asked for, in words; empty for everything. */
  readonly filter: readonly string[];
  readonly asOf: AsOf | null;
  readonly rows: bigint;
  readonly totals: readonly { readonly name: string; readonly amount: bigint }[];
  readonly checkpoint: { readonly size: bigint; readonly root: string; readonly at: string } | null;
}

/** What an export says about itself, before its first row: practice data first of all. */
export async function statementOf(input: StatementInput): Promise<Statement> {
  const [t, locale] = [await getTranslations("ledger.export"), await getLocale()];
  const { programme, checkpoint, asOf } = input;
  return [
    ...(programme.isPractice ? [{ name: t("practice"), value: text(t("practiceText")), lasting: true }] : []),
    { name: t("programme"), value: text(locale === "en" ? programme.nameEn : programme.nameNl) },
    { name: t("what"), value: text(t(`kinds.${input.kind}`)) },
    { name: t("filter"), value: text(input.filter.length === 0 ? t("noFilter") : input.filter.join("; ")) },
    ...(asOf === null
      ? []
      : [
          { name: t("valid"), value: date(asOf.validOn) },
          { name: t("known"), value: text(asOf.knownAt) },
        ]),
    { name: t("rows"), value: whole(input.rows) },
    ...input.totals.map(({ name, amount: total }) => ({
      name: t("totalOf", { what: name }),
      value: amount(cents(total)),
    })),
    {
      name: t("checkpoint"),
      lasting: true,
      value: text(
        checkpoint === null ? t("noCheckpoint") : `${checkpoint.size} ${checkpoint.root} ${checkpoint.at}`,
      ),
    },
    { name: t("made"), value: text(instantNow(new Date())) },
  ];
}

/** Names of the totals: ceilings, allocations and spend are never added together. */
export async function totalNames(): Promise<(measure: EntryMeasure) => string> {
  const t = await getTranslations("reconciliation.asOf.measures");
  const words = { ceiling: "plafond", allocated: "toegekend", spent: "besteed" } as const;
  const accounts = await getTranslations("ledger.entry.accounts");
  return (measure) =>
    measure === "advanced" || measure === "settled" ? accounts(measure) : t(words[measure]).toLowerCase();
}

type Choice = "stream" | "municipality" | "theme" | "kind" | "year" | "search";

/** What a list was narrowed to, each with its name: "Soort: Besteed". */
export async function chosen(
  choices: Readonly<Partial<Record<Choice, string | number | null>>>,
): Promise<readonly string[]> {
  const t = await getTranslations("ledger.export.choices");
  return (Object.entries(choices) as [Choice, string | number | null | undefined][]).flatMap(
    ([name, value]) =>
      value === undefined || value === null || value === "" ? [] : [`${t(name)}: ${value}`],
  );
}
