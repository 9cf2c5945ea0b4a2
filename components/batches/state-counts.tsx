import { useTranslations } from "next-intl";
import { StatusTag } from "@/components/signs/status-tag";
import { LINE_STATES, type LineCounts } from "@/lib/domain/proposals/batch-view";

/** How many lines stand where; what there is none of is left out. */
export function StateCounts({ counts }: { counts: LineCounts }) {
  const t = useTranslations("status.proposal");
  return (
    <ul className="plain tags">
      {LINE_STATES.filter((state) => counts[state] > 0).map((state) => (
        <li key={state}>
          <StatusTag kind="proposal" status={state}>
            {counts[state]} {t(state)}
          </StatusTag>
        </li>
      ))}
    </ul>
  );
}
