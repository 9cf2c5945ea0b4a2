import { useLocale, useTranslations } from "next-intl";
import { Amount } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { cents } from "@/lib/domain/money";
import type { StatedBalance } from "@/lib/domain/own-balance/stated-balance";
import { instant, longDate, shortDate } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";
import { BalanceTag } from "./balance-tag";

type BalanceTableProps = {
  balances: readonly StatedBalance[];
  /** Of the page of an entry, for who may read the journal. */
  journal?: string;
  /** Whether there is a municipality to name. */
  many: boolean;
  /** Where another statement can be made, for who states. */
  again?: string;
};

/** What municipalities state beside what was accepted, each with why it agrees, differs or cannot be compared. */
export function BalanceTable({ balances, journal, many, again }: BalanceTableProps) {
  const t = useTranslations("ownBalance");
  const locale = useLocale();
  return (
    <ScrollRegion label={t("caption")}>
      <table className="stack stack-2 balances" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead columns={[t("of"), { amount: t("stated") }, { amount: t("accepted") }, t("state")]} />
        <tbody role="rowgroup">
          {balances.map((one) => (
            <tr role="row" key={one.id} className={one.check.state === "broken" ? "diff" : undefined}>
              <th scope="row" role="rowheader" id={`saldo-${one.id}`}>
                {one.streamName}, {one.trancheName}
                <span className="meta">
                  {many && `${one.municipalityName}, `}
                  {t("upTo", { date: longDate(one.onDate, locale) })}
                </span>
                <span className="meta">{t("reference", { reference: one.accountReference })}</span>
                <span className="meta">{t("by", { who: one.by, at: instant(one.at, locale) })}</span>
              </th>
              <td role="cell" className="amount" data-label={t("stated")}>
                <Amount value={cents(one.stated)} />
              </td>
              <td role="cell" className="amount" data-label={t("accepted")}>
                <Amount value={one.check.accepted} />
              </td>
              <td role="cell">
                <BalanceTag balance={one} />
                <BalanceReasons balance={one} journal={journal} />
                {one.earlier.map((earlier) => (
                  <span className="meta" key={earlier.id}>
                    {t("replaced", {
                      amount: euro(cents(earlier.stated), locale),
                      who: earlier.by,
                      at: shortDate(earlier.at, locale),
                      reason: earlier.replacedBecause,
                    })}
                  </span>
                ))}
                {again !== undefined && (
                  <span className="meta">
                    <a href={`${again}?vervang=${one.id}#opgeven`}>
                      {t("replace")}
                      <span className="hidden">
                        {" "}
                        {t("replaceOf", { stream: one.streamName, date: shortDate(one.onDate, locale) })}
                      </span>
                    </a>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** The entries that broke it, or the periods that it waits for. */
function BalanceReasons({ balance, journal }: { balance: StatedBalance; journal?: string }) {
  const t = useTranslations("ownBalance");
  const locale = useLocale();
  const { check, openPeriods } = balance;
  if (check.state === "open")
    return (
      <span className="meta">
        {t("waitsFor", {
          periods: openPeriods
            .map(({ year, period, periods }) => t("period", { year: String(year), period, periods }))
            .join("; "),
        })}
      </span>
    );
  if (check.state === "differs") return <span className="meta">{t("neverAgreed")}</span>;
  if (check.state !== "broken") return null;
  return (
    <>
      <span className="meta">{t("brokenBy")}</span>
      <ul className="plain small">
        {check.broke.map((entry) => {
          const name = t("entry", { seq: String(entry.seq) });
          return (
            <li key={String(entry.seq)}>
              {journal === undefined ? name : <a href={`${journal}/${entry.seq}`}>{name}</a>}:{" "}
              {t("entryText", {
                amount: euro(entry.amount, locale),
                at: shortDate(entry.recordedAt, locale),
                effective: shortDate(entry.effectiveOn, locale),
              })}{" "}
              {entry.reason}
            </li>
          );
        })}
      </ul>
    </>
  );
}
