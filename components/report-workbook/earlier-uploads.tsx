import { useTranslations } from "next-intl";
import { ScrollRegion } from "../signs/scroll-region";
import { Tag } from "../signs/tag";

export type EarlierUpload = {
  readonly id: string;
  readonly fileName: string;
  readonly by: string;
  readonly at: string;
  readonly outcome: "reading" | "refused" | "faults" | "ready" | "same" | "applied";
  /** How many cells the outcome is about. */
  readonly cells: number;
  readonly href: string;
  /** The file itself; absent when it was not kept. */
  readonly file?: string;
};

const TONES = {
  reading: "wait",
  refused: "error",
  faults: "error",
  ready: "warn",
  same: "wait",
  applied: "ok",
} as const;

/** Every file that was brought for this report, with what became of it. */
export function EarlierUploads({ uploads }: { uploads: readonly EarlierUpload[] }) {
  const t = useTranslations("workbook.earlier");
  return (
    <section className="section" aria-labelledby="eerder">
      <h2 id="eerder">{t("title")}</h2>
      {uploads.length === 0 && <p className="muted">{t("none")}</p>}
      {uploads.length > 0 && (
        <ScrollRegion label={t("caption")}>
          <table>
            <caption>{t("caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("file")}</th>
                <th scope="col">{t("outcome")}</th>
                <th scope="col">{t("by")}</th>
                <th scope="col">{t("at")}</th>
              </tr>
            </thead>
            <tbody>
              {uploads.map(({ id, fileName, by, at, outcome, cells, href, file }) => (
                <tr key={id}>
                  <th scope="row">
                    <a href={href}>{fileName}</a>
                    {file !== undefined && (
                      <span className="meta">
                        <a href={file} download>
                          {t("original", { name: fileName })}
                        </a>
                      </span>
                    )}
                  </th>
                  <td>
                    <Tag tone={TONES[outcome]}>{t(outcome, { cells })}</Tag>
                  </td>
                  <td>{by}</td>
                  <td>{at}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}
