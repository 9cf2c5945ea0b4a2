import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { Tag } from "@/components/signs/tag";
import type { AuditLine } from "@/lib/domain/people/person-overview";
import { instant } from "@/lib/views/dates";

/** Lines of the audit log as they were written. */
export function AuditTable({ lines }: { lines: readonly AuditLine[] }) {
  const t = useTranslations("admin.log");
  const locale = useLocale();
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("when")}</th>
            <th scope="col">{t("who")}</th>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("outcome")}</th>
            <th scope="col">{t("details")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={String(line.id)}>
              <th scope="row" className="tnum nowrap">
                {instant(line.at, locale, "second")}
              </th>
              <td>{line.who ?? t("nobody")}</td>
              <td className="mono">{line.action}</td>
              <td>
                {line.outcome === "refused" ? (
                  <Tag tone="error" sign="barred">
                    {t("refused")}
                  </Tag>
                ) : (
                  <Tag tone="ok" sign="check">
                    {t("done")}
                  </Tag>
                )}
              </td>
              <td className="small">
                {Object.entries(line.facts)
                  .map(
                    ([name, value]) =>
                      `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`,
                  )
                  .join("; ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
