import { getTranslations } from "@/i18n/translations";
import type { EntryMeasure } from "@/lib/domain/ledger/entry-filter";
import { cents } from "@/lib/domain/money";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { amount, date, type Statement, text, whole } from "@/lib/files/cell";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import type { Locale } from "@/lib/views/locale";
import type { ExportAsked, MadeTable } from "./made";

/** Of a question that is about every day: the journal as a whole. */
export const ALWAYS = "9999-12-31";

interface StatementInput {
  /** Null for what is of every programme. */
  readonly programme: ProgrammeRow | null;
  readonly kind: MadeTable["kind"];
  /** What nobody may take it for; it stands on every page. */
  readonly mark?: { readonly name: string; readonly text: string };
  /** What was asked for, in words; empty for everything. */
  readonly filter: readonly string[];
  readonly asOf: AsOf | null;
  /** Null when it is not known before they are read. */
  readonly rows: bigint | null;
  readonly totals: readonly { readonly name: string; readonly amount: bigint }[];
  /** Left out where the checkpoint itself lies beside the file. */
  readonly checkpoint?: { readonly size: bigint; readonly root: string; readonly at: string } | null;
}

/**
 * What an export says about itself, before its first row: practice data first of all. When it was made stands in the audit
 * log and not here: the same question as known at the same moment is the same file.
 */
export async function statementOf(
  { locale, now }: Pick<ExportAsked, "locale" | "now">,
  input: StatementInput,
): Promise<Statement> {
  const t = await getTranslations({ locale, namespace: "ledger.export" });
  const { programme, checkpoint, asOf, mark } = input;
  return [
    ...(programme?.isPractice
      ? [{ name: t("practice"), value: text(t("practiceText")), lasting: true }]
      : []),
    ...(mark === undefined ? [] : [{ name: mark.name, value: text(mark.text), lasting: true }]),
    ...(programme === null
      ? []
      : [{ name: t("programme"), value: text(locale === "en" ? programme.nameEn : programme.nameNl) }]),
    { name: t("what"), value: text(t(`kinds.${input.kind}`)) },
    { name: t("filter"), value: text(input.filter.length === 0 ? t("noFilter") : input.filter.join("; ")) },
    ...(asOf === null
      ? [{ name: t("stands"), value: text(instantNow(now)) }]
      : [
          ...(asOf.validOn === ALWAYS ? [] : [{ name: t("valid"), value: date(asOf.validOn) }]),
          { name: t("known"), value: text(asOf.knownAt) },
        ]),
    ...(input.rows === null ? [] : [{ name: t("rows"), value: whole(input.rows) }]),
    ...input.totals.map(({ name, amount: total }) => ({
      name: t("totalOf", { what: name }),
      value: amount(cents(total)),
    })),
    ...(checkpoint === undefined
      ? []
      : [
          {
            name: t("checkpoint"),
            lasting: true,
            value: text(
              checkpoint === null
                ? t("noCheckpoint")
                : `${checkpoint.size} ${checkpoint.root} ${checkpoint.at}`,
            ),
          },
        ]),
  ];
}

/** Names of the totals: ceilings, allocations and spend are never added together. */
export async function totalNames(locale: Locale): Promise<(measure: EntryMeasure) => string> {
  const t = await getTranslations({ locale, namespace: "reconciliation.asOf.measures" });
  const words = { ceiling: "plafond", allocated: "toegekend", spent: "besteed" } as const;
  const accounts = await getTranslations({ locale, namespace: "ledger.entry.accounts" });
  return (measure) =>
    measure === "advanced" || measure === "settled" ? accounts(measure) : t(words[measure]).toLowerCase();
}

type Choice = "stream" | "municipality" | "theme" | "kind" | "year" | "after" | "search";

/** What a list was narrowed to, each with its name: "Soort: Besteed". */
export async function chosen(
  locale: Locale,
  choices: Readonly<Partial<Record<Choice, string | number | null>>>,
): Promise<readonly string[]> {
  const t = await getTranslations({ locale, namespace: "ledger.export.choices" });
  return (Object.entries(choices) as [Choice, string | number | null | undefined][]).flatMap(
    ([name, value]) =>
      value === undefined || value === null || value === "" ? [] : [`${t(name)}: ${value}`],
  );
}
