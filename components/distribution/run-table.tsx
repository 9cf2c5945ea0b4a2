import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { instant } from "@/lib/views/dates";

type Run = {
  readonly id: string;
  readonly version: number;
  readonly tranche: string;
  readonly author: string | null;
  readonly createdAt: Date;
  readonly resultHash: string;
};

/** Every run of a key, newest first. */
export function RunTable({ runs, base }: { runs: readonly Run[]; base: string }) {
  const t = useTranslations("distribution.runs");
  const locale = useLocale();
  if (runs.length === 0) return <p className="muted">{t("none")}</p>;
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("when")}</th>
            <th scope="col">{t("version")}</th>
            <th scope="col">{t("tranche")}</th>
            <th scope="col">{t("who")}</th>
            <th scope="col">{t("hash")}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <th scope="row" className="nowrap">
                <a href={`${base}/berekeningen/${run.id}`}>{instant(run.createdAt, locale, "second")}</a>
              </th>
              <td>{run.version}</td>
              <td>{run.tranche}</td>
              <td>{run.author ?? t("published")}</td>
              <td className="mono">{run.resultHash.slice(0, 12)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
