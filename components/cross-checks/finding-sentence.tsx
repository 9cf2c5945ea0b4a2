import { useLocale, useTranslations } from "next-intl";
import type { KeptCrossFinding } from "@/lib/domain/cross-checks/kept-run";
import { sentenceFacts } from "@/lib/views/reports";

/** What does not hold, in one sentence. */
export function FindingSentence({
  finding,
}: {
  finding: Pick<KeptCrossFinding, "code" | "problem" | "facts">;
}) {
  const t = useTranslations("crossChecks.problems") as unknown as (
    key: string,
    facts: Record<string, string | number>,
  ) => string;
  return <>{t(`${finding.code}.${finding.problem}`, sentenceFacts(finding, useLocale()))}</>;
}
