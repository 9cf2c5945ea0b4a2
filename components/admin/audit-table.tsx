import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { Tag } from "@/components/signs/tag";
import type { AuditLine } from "@/lib/domain/people/person-overview";
import { instant } from "@/lib/views/dates";

/** Lines of the audit log as they were written. */
export function AuditTable({ lines }: { lines: readonly AuditLine[] }) {
  const t = useTranslations("admin.log");
  const locale = useLocale();
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact stack stack-2" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead columns={[t("when"), t("who"), t("what"), t("outcome"), t("details")]} />
        <tbody role="rowgroup">
          {lines.map((line) => (
            <tr role="row" key={String(line.id)}>
              <th scope="row" role="rowheader" className="tnum nowrap">
                {instant(line.at, locale, "second")}
              </th>
              <td role="cell" data-label={t("who")}>
                {line.who ?? t("nobody")}
              </td>
              <td role="cell" className="mono nowrap" data-label={t("what")}>
                {line.action}
              </td>
              <td role="cell" data-label={t("outcome")}>
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
              <td role="cell" className="small" data-label={t("details")}>
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
