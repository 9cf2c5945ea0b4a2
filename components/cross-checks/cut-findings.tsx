import { useLocale, useTranslations } from "next-intl";
import { type CutList, cutSentence } from "@/lib/views/cross-checks";

/** Of which rules the list has only the first findings, and of how many. */
export function CutFindings({ cuts }: { cuts: readonly CutList[] }) {
  const t = useTranslations("crossChecks.findings");
  const locale = useLocale();
  if (cuts.length === 0) return null;
  return (
    <ul className="plain small">
      {cuts.map((cut) => (
        <li key={cut.code}>{t("cut", cutSentence(cut, locale))}</li>
      ))}
    </ul>
  );
}
