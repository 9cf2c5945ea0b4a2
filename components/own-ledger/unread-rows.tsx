import { useTranslations } from "next-intl";
import { Alert } from "@/components/signs/alert";
import { ScrollRegion } from "@/components/signs/scroll-region";

export type UnreadLine = {
  readonly row: number;
  readonly column: string;
  readonly message: string;
  readonly lift: string;
  readonly rule?: { readonly text: string; readonly href: string };
};

type UnreadRowsProps = { lines: readonly UnreadLine[]; rows: number; faults: number; again: string };

/** Lines that cannot be read: cell by cell what is wrong, and what would be right. */
export function UnreadRows({ lines, rows, faults, again }: UnreadRowsProps) {
  const t = useTranslations("ownLedger.unread");
  const columns = useTranslations("ownLedger.columns.names");
  return (
    <>
      <div className="section">
        <Alert id="onleesbaar" tone="block" title={t("title", { rows })}>
          <p>{t("text")}</p>
          <p>
            <a href={again}>{t("again")}</a>
          </p>
        </Alert>
      </div>
      <ScrollRegion label={t("caption")}>
        <table>
          <caption>
            {t("caption")}
            {faults > lines.length && (
              <span className="muted">{t("first", { shown: lines.length, total: faults })}</span>
            )}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("row")}</th>
              <th scope="col">{t("wrong")}</th>
              <th scope="col">{t("right")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={index}>
                <th scope="row" className="tnum nowrap">
                  {t("rowOf", { row: line.row })}
                  <span className="meta">{columns(line.column)}</span>
                </th>
                <td>{line.message}</td>
                <td>
                  {line.lift}
                  {line.rule && (
                    <span className="meta">
                      <a href={line.rule.href}>{line.rule.text}</a>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
