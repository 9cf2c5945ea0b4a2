import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import type { StageRow } from "@/lib/domain/rules/rule-book";
import { shortDate } from "@/lib/views/dates";
import { StageTag } from "./stage-tag";

/** Every stage of one rule that was proposed, the latest first, with what became of it. */
export function StageHistory({ stages }: { stages: readonly StageRow[] }) {
  const t = useTranslations("stages");
  const locale = useLocale();
  if (stages.length === 0) return <p className="muted">{t("noHistory")}</p>;
  return (
    <ScrollRegion label={t("history")}>
      <table className="compact">
        <caption className="hidden">{t("history")}</caption>
        <thead>
          <tr>
            {(["validFrom", "stageOf", "reason", "people"] as const).map((name) => (
              <th scope="col" key={name}>
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stages.toReversed().map((row) => (
            <tr key={row.id}>
              <td className="tnum nowrap">{shortDate(row.from, locale)}</td>
              <td>
                <StageTag stage={row.stage} />
                {row.agreed !== true && (
                  <span className="meta">{t(row.agreed === null ? "stillWaits" : "wasRefused")}</span>
                )}
              </td>
              <td>
                {row.reason}
                {row.refusal !== null && <span className="meta">“{row.refusal}”</span>}
              </td>
              <td>
                {row.proposer ?? t("unnamed")}
                {row.decider !== null && <span className="meta">{row.decider}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
