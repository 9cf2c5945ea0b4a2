import { cents } from "@/lib/domain/money";
import type { SignalFacts } from "@/lib/domain/signals/signal";
import type { Locale } from "./locale";
import { euro } from "./money";

/** The facts of a signal as its sentence takes them: amounts as text, names in the reader's language. */
export function signalWords(facts: SignalFacts, locale: Locale): Record<string, string | number> {
  const suffix = locale === "en" ? "En" : "Nl";
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]): [string, string | number] => {
      if (name.endsWith("Cents")) return [name, euro(cents(BigInt(value)), locale)];
      return name.endsWith(suffix) ? [name.slice(0, -suffix.length), value] : [name, value];
    }),
  );
}

export const signalsPath = (programme: string, key?: string): string => {
  const list = `/programma/${encodeURIComponent(programme)}/signalen`;
  return key === undefined ? list : `${list}/${encodeURIComponent(key)}`;
};
