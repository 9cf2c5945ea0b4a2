import { useTranslations } from "next-intl";
import type { SettlementSum } from "@/lib/domain/settlement/settlement";

/** What comes after: the letter's figures, the money that moves, and who decided. */
export function SettlementLinks({
  base,
  allocationId,
  settled,
  sum,
  payable,
  proposal,
}: {
  base: string;
  allocationId: string;
  settled: boolean;
  sum: SettlementSum;
  /** Who reads may record payments. */
  payable: boolean;
  proposal: string | null;
}) {
  const t = useTranslations("settlement.after");
  const letter = (format: string) => `${base}/export/vaststelling.${format}?toekenning=${allocationId}`;
  const moves = settled && (sum.recovery > 0n || sum.remainder > 0n);
  return (
    <aside aria-labelledby="daarna">
      <h2 id="daarna">{t("title")}</h2>
      {!settled && <p>{t("notYet")}</p>}
      {moves && payable && (
        <p>
          <a className="button button-second" href={`${base}/voorschotten/nieuw?toekenning=${allocationId}`}>
            {t(sum.recovery > 0n ? "recover" : "pay")}
          </a>
        </p>
      )}
      {settled && (
        <>
          <h3>{t("letter")}</h3>
          <p>{t("letterText")}</p>
          <ul>
            <li>
              <a href={letter("csv")}>{t("csv")}</a>
            </li>
            <li>
              <a href={letter("json")}>{t("json")}</a>
            </li>
          </ul>
        </>
      )}
      {proposal !== null && (
        <p>
          <a href={`${base}/voorstellen/${proposal}`}>{t("decided")}</a>
        </p>
      )}
    </aside>
  );
}
