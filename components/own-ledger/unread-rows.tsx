import { useTranslations } from "next-intl";
import { Alert } from "@/components/signs/alert";
import { ScrollRegion } from "@/components/signs/scroll-region";

export type UnreadLine = {
  readonly row: number;
  /** As a person calls it. */
  readonly column: string;
  readonly message: string;
  readonly lift: string;
  readonly rule?: { readonly text: string; readonly href: string };
};

type UnreadRowsProps = {
  /** What it means that they cannot be read. */
  title: string;
  text: string;
  lines: readonly UnreadLine[];
  faults: number;
  /** Where the file can be brought again. */
  again: string;
};

/** Lines that cannot be read: cell by cell what is wrong, and what would be right. */
export function UnreadRows({ title, text, lines, faults, again }: UnreadRowsProps) {
  const t = useTranslations("ownLedger.unread");
  return (
    <>
      <div className="section">
        <Alert id="onleesbaar" tone="block" title={title}>
          <p>{text}</p>
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
                  <span className="meta">{line.column}</span>
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
