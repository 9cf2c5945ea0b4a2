import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { z } from "zod";
import { type FormReason, type FormState, keptValues } from "@/components/forms/form-state";
import { cents } from "@/lib/domain/money";
import { type BlockingReason, NotFound, Refusal } from "@/lib/domain/refusal";
import { ruleOfReason, rulePath } from "@/lib/domain/rules/catalogue";
import { shortDate } from "@/lib/views/dates";
import type { Locale } from "@/lib/views/locale";
import { euro } from "@/lib/views/money";

/** Message keys are full paths such as "errors.amount.english"; facts fill their placeholders. */
type Translate = (key: string, facts?: Record<string, string>) => string;

/** Form data as an object: `line.2026` style names stay as they are, several values of one name become a list. */
export function formObject(form: FormData): Record<string, string | string[]> {
  const object: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$")) continue;
    // PostgreSQL holds no such character, and no key makes one.
    const values = form
      .getAll(name)
      .flatMap((value) => (typeof value === "string" ? [value.replaceAll("\u0000", "")] : []));
    object[name] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return object;
}

/**
 * Every write of a form goes through here: parse, do, and turn what was wrong into sentences beside what was typed.
 * `act` ends with a redirect; a Refusal becomes the list of reasons. Anything else thrown is a bug and surfaces.
 */
export async function submitForm<S extends z.ZodType>(
  schema: S,
  form: FormData,
  act: (input: z.output<S>) => Promise<void | FormState>,
  secret: readonly string[] = [],
): Promise<FormState> {
  const t = (await getTranslations()) as unknown as Translate;
  const refused = (part: Partial<FormState>): FormState => ({
    status: "refused",
    values: keptValues(form, secret),
    fieldErrors: {},
    reasons: [],
    ...part,
  });
  const parsed = schema.safeParse(formObject(form));
  if (!parsed.success) {
    const fieldErrors: Record<string, string[]> = {};
    for (const issue of parsed.error.issues) {
      const [key, facts] = splitMessage(issue.message);
      const name = issue.path.join(".");
      (fieldErrors[name] ??= []).push(t(key, facts));
    }
    return refused({ fieldErrors });
  }
  try {
    return (await act(parsed.data)) ?? refused({});
  } catch (error) {
    if (error instanceof NotFound) notFound();
    if (!(error instanceof Refusal)) throw error;
    const locale = await getLocale();
    const nothing = t("errors.form.nothing");
    const reasons = await sentencesOf(error.reasons);
    const whole = {
      message: t(`errors.refusals.${error.code}`, readable(error.facts, locale, nothing)),
      rule: ruleLink(error.code, t),
    };
    return refused({ reasons: reasons.length > 0 ? reasons : [whole] });
  }
}

/** Reasons as sentences in the reader's language, each with what would lift it and the rule that says so. */
export async function sentencesOf(reasons: readonly BlockingReason[]): Promise<FormReason[]> {
  const t = (await getTranslations()) as unknown as Translate;
  const locale = await getLocale();
  const nothing = t("errors.form.nothing");
  const ofLine = (message: string, line: number | undefined) =>
    line === undefined ? message : t("errors.form.line", { line: String(line), message });
  return reasons.map(({ code, field, line, facts = {}, href }) => ({
    field,
    message: ofLine(t(`${code}.message`, readable(facts, locale, nothing)), line),
    lift: { text: t(`${code}.lift`, readable(facts, locale, nothing)), href },
    rule: ruleLink(code, t),
  }));
}

/** Where the rule behind a reason can be read. */
function ruleLink(reason: string, t: Translate) {
  const code = ruleOfReason(reason);
  return code === null ? undefined : { text: t("errors.form.rule", { code }), href: rulePath(code) };
}

/** A zod message is a key, or a key with facts behind a bar: `errors.amount.english|{"meant":"1.250,00"}`. */
export function splitMessage(message: string): [string, Record<string, string>] {
  const bar = message.indexOf("|");
  if (bar < 0) return [message, {}];
  return [message.slice(0, bar), JSON.parse(message.slice(bar + 1)) as Record<string, string>];
}

/** Facts travel exact: those called …Cents are cents, those called …On are calendar dates; empty is "nothing". */
function readable(
  facts: Readonly<Record<string, string>>,
  locale: Locale,
  nothing: string,
): Record<string, string> {
  const text = (name: string, value: string) => {
    if (value === "") return nothing;
    if (name.endsWith("Cents")) return euro(cents(BigInt(value)), locale);
    return name.endsWith("On") ? shortDate(value, locale) : value;
  };
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, text(name, value)]));
}
