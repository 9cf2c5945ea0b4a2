import { Refusal } from "@/lib/domain/refusal";
import type { Locale } from "@/lib/views/locale";

/** Names that exist in two languages, in the reader's one: "themeNl" and "themeEn" become "theme". */
export function inLanguage(error: unknown, locale: Locale): unknown {
  if (!(error instanceof Refusal) || error.reasons.length === 0) return error;
  const suffix = locale === "en" ? "En" : "Nl";
  const reasons = error.reasons.map((reason) => {
    const facts: Record<string, string> = { ...reason.facts };
    for (const [name, value] of Object.entries(reason.facts ?? {})) {
      if (name.endsWith(suffix)) facts[name.slice(0, -suffix.length)] = value;
    }
    return { ...reason, facts };
  });
  return new Refusal(error.code, error.facts, reasons);
}
