import { useLocale, useTranslations } from "next-intl";
import type { Signal } from "@/lib/domain/signals/signal";
import { signalWords } from "@/lib/views/signals";

/** Why something stands out, in one sentence. */
export function SignalSentence({ signal: { kind, sentence, facts } }: { signal: Signal }) {
  const t = useTranslations("signals.sentences") as unknown as (
    key: string,
    facts: Record<string, string | number>,
  ) => string;
  return <>{t(`${kind}.${sentence}`, signalWords(facts, useLocale()))}</>;
}
