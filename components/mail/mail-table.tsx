import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { StatusTag } from "@/components/signs/status-tag";
import { type MailRow, NO_ADDRESS, NO_SERVER } from "@/lib/domain/windows/mail";
import { instant } from "@/lib/views/dates";

/** Every mail with its text, to whom, and whether it left; why not, when it did not. */
export function MailTable({ rows }: { rows: readonly MailRow[] }) {
  const t = useTranslations("mail");
  const columns = ["subject", "made", "state"] as const;
  if (rows.length === 0) return <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>;
  return (
    <ScrollRegion label={t("caption")}>
      <table className="stack stack-2 mails" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead columns={[t("to"), ...columns.map((column) => t(column))]} />
        <tbody role="rowgroup">
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Row({ row }: { row: MailRow }) {
  const t = useTranslations("mail");
  const locale = useLocale();
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {row.personName}
        {row.municipalityName !== null && <span className="meta">{row.municipalityName}</span>}
      </th>
      <td role="cell" data-label={t("subject")}>
        <div>
          <span lang={row.language}>{row.subject}</span>
          <details>
            <summary>
              {t("read")}
              <span className="hidden"> {t("readOf", { who: row.personName, subject: row.subject })}</span>
            </summary>
            <p className="mail-body" lang={row.language}>
              {row.body.trim()}
            </p>
          </details>
        </div>
      </td>
      <td role="cell" className="tnum" data-label={t("made")}>
        <span>
          {instant(row.createdAt, locale)}
          <span className="meta">
            {t("language")}: {t(`languages.${row.language === "en" ? "en" : "nl"}`)}
          </span>
        </span>
      </td>
      <td role="cell" data-label={t("state")}>
        <div>
          <StatusTag kind="mail" status={row.state} />
          <Why row={row} />
        </div>
      </td>
    </tr>
  );
}

/** What the mail server said is in its own words. */
function Why({ row }: { row: MailRow }) {
  const t = useTranslations("mail");
  const locale = useLocale();
  const said = [
    ...(row.sentAt === null ? [] : [t("sentOn", { date: instant(row.sentAt, locale) })]),
    ...(row.error === NO_SERVER || row.error === NO_ADDRESS
      ? [t(`errors.${row.error}`)]
      : row.error
        ? [row.error]
        : []),
    ...(row.attempts > 1 ? [t("attempts", { count: row.attempts })] : []),
  ];
  return said.map((line) => (
    <span className="meta" key={line}>
      {line}
    </span>
  ));
}
