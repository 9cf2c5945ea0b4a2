import { useTranslations } from "next-intl";
import { Tag } from "@/components/signs/tag";
import type { PairReason } from "@/lib/domain/tie-out/party";
import type { TieCause } from "@/lib/domain/tie-out/tie-out";

/** Whether both sides agree, or why they do not. */
export function PairingState({ cause }: { cause: TieCause | null }) {
  const t = useTranslations("reconciliation");
  if (cause === null)
    return (
      <Tag tone="ok" sign="check">
        {t("closes")}
      </Tag>
    );
  return (
    <Tag tone={cause === "ambiguous" ? "warn" : "diff"} sign={cause === "ambiguous" ? "warning" : "differs"}>
      {t(`cause.${cause}`)}
    </Tag>
  );
}

/** By what both sides were recognised as one. */
export function PairingReasons({ reasons }: { reasons: readonly PairReason[] }) {
  const t = useTranslations("tieOut.reasonNames");
  if (reasons.length === 0) return <span className="absent">{t("none")}</span>;
  return reasons.map((reason) => t(reason)).join(", ");
}
