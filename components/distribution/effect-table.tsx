import { useLocale, useTranslations } from "next-intl";
import { ShareBar } from "@/components/charts/share-bar";
import { AmountCell } from "@/components/signs/amount";
import { AmountText } from "@/components/signs/amount-text";
import { ScrollRegion } from "@/components/signs/scroll-region";
import type { Effect } from "@/lib/domain/distribution/effects";
import { type Cents, sum } from "@/lib/domain/money";
import { amountParts, percentage } from "@/lib/views/money";
import { ChangeBar } from "./change-bar";

type EffectTableProps = {
  effects: readonly Effect[];
  names: ReadonlyMap<string, string>;
  /** What `before` is: the present allocation, or another run. */
  beside: string;
  caption: string;
};

const size = (value: bigint) => (value < 0n ? -value : value);
const most = (values: readonly bigint[]) => values.reduce((top, value) => (value > top ? value : top), 0n);

/** Per recipient what comes out, and who gains and who loses beside what stands there now. */
export function EffectTable({ effects, names, beside, caption }: EffectTableProps) {
  const t = useTranslations("distribution.effects");
  const locale = useLocale();
  const total = sum(effects.map(({ amount }) => amount));
  const before = effects.flatMap((effect) => (effect.before === null ? [] : [effect.before]));
  const top = most(effects.map(({ amount }) => amount));
  const widest = most(effects.map(({ change }) => size(change)));
  return (
    <ScrollRegion label={caption}>
      <table className="compact">
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("recipient")}</th>
            <th scope="col" className="amount">
              {t("amount")}
            </th>
            <th scope="col" className="amount">
              {t("share")}
            </th>
            <th scope="col" className="amount">
              {beside}
            </th>
            <th scope="col" className="amount">
              {t("change")}
            </th>
          </tr>
        </thead>
        <tbody>
          {effects.map(({ code, amount, before: had, change, roundedUp }) => (
            <tr key={code}>
              <th scope="row">
                {names.get(code) ?? code}
                <span className="meta">{roundedUp ? t("codeRounded", { code }) : code}</span>
              </th>
              <AmountCell value={amount} />
              <td className="amount">
                {percentage(amount, total, locale)}
                <ShareBar part={amount} whole={top} />
              </td>
              <AmountCell value={had} absent="none" />
              <td className="amount">
                <Signed value={change} />
                <ChangeBar change={change} most={widest} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="total">
            <th scope="row">{t("total", { count: effects.length })}</th>
            <AmountCell value={total} />
            <td className="amount">{percentage(total, total, locale)}</td>
            <AmountCell value={before.length === 0 ? null : sum(before)} absent="none" />
            <td className="amount">
              <Signed value={sum(effects.map(({ change }) => change))} />
            </td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

/** A change with its sign in front, also when it is a gain. */
export function Signed({ value }: { value: Cents }) {
  const locale = useLocale();
  return (
    <span className="nowrap">
      {value > 0n && "+"}
      <AmountText parts={amountParts(value, locale)} />
    </span>
  );
}
