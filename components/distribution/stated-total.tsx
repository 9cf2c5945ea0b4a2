import { useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { DiffTag } from "@/components/signs/diff-tag";
import type { StatedTotal as Stated } from "@/lib/domain/distribution/stated";

/** What the rule adds up to by itself, beside the pot that its source names; the difference has its own line and name. */
export function StatedTotal({ stated }: { stated: Stated }) {
  const t = useTranslations("distribution.stated");
  return (
    <table className="compact table-narrow">
      <caption>{t("caption")}</caption>
      <tbody>
        <tr>
          <th scope="row">{t("total")}</th>
          <AmountCell value={stated.total} />
        </tr>
        {stated.difference !== null && stated.difference !== 0n && (
          <tr className="diff">
            <th scope="row">
              {t("difference")} <DiffTag cause="norm_or_ceiling" />
            </th>
            <AmountCell value={stated.difference} />
          </tr>
        )}
        <tr className="total">
          <th scope="row">{t("pot")}</th>
          <AmountCell value={stated.pot} absent="not_published" />
        </tr>
      </tbody>
    </table>
  );
}
