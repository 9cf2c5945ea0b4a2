import { useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { sum } from "@/lib/domain/money";
import { type Standing, sumBy } from "@/lib/domain/overview/standing";

type Props = {
  rows: readonly Standing[];
  keyOf: (row: Standing) => string;
  nameOf: (key: string) => string;
  hrefOf?: (key: string) => string;
  head: string;
  caption: string;
};

/** Allocated and spent side by side, to the cent. */
export function BookedTable({ rows, keyOf, nameOf, hrefOf, head, caption }: Props) {
  const t = useTranslations("programme.streams");
  const allocated = sumBy(rows, "allocated", keyOf);
  const spent = sumBy(rows, "spent", keyOf);
  return (
    <table className="compact">
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="amount">
            {t("allocatedEuro")}
          </th>
          <th scope="col" className="amount">
            {t("spentEuro")}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...allocated].map(([key, amount]) => (
          <tr key={key}>
            <th scope="row">
              {hrefOf === undefined ? nameOf(key) : <a href={hrefOf(key)}>{nameOf(key)}</a>}
            </th>
            <AmountCell value={amount} />
            <AmountCell value={spent.get(key) ?? null} absent="none" />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="total">
          <th scope="row">{t("total")}</th>
          <AmountCell value={sum([...allocated.values()])} />
          <AmountCell value={sum([...spent.values()])} />
        </tr>
      </tfoot>
    </table>
  );
}
