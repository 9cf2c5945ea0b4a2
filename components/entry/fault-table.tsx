import { useTranslations } from "next-intl";
import { ScrollRegion } from "../signs/scroll-region";

export type FaultLine = {
  readonly row: number;
  readonly cell: string;
  /** Its heading. */
  readonly column: string;
  readonly given: string;
  readonly message: string;
  readonly lift: string;
  /** Name of the sheet, in a file with more than one. */
  readonly sheet?: string;
  /** Where it can be said exactly: what should be there, and how much it differs. */
  readonly expected?: string;
  readonly difference?: string;
  /** The rule that says so. */
  readonly rule?: { readonly text: string; readonly href: string };
};

/** Cell by cell what is wrong in a file, and what would be right. */
export function FaultTable({ faults, total }: { faults: readonly FaultLine[]; total: number }) {
  const t = useTranslations("entry.preview");
  return (
    <div className="section">
      <ScrollRegion label={t("faultsCaption")}>
        <table>
          <caption>
            {t("faultsCaption")}
            {total > faults.length && (
              <span className="muted">{t("first", { shown: faults.length, total })}</span>
            )}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("cell")}</th>
              <th scope="col">{t("given")}</th>
              <th scope="col">{t("wrong")}</th>
              <th scope="col">{t("right")}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault, index) => (
              <tr key={index}>
                <th scope="row">
                  {fault.cell}
                  <span className="meta">
                    {fault.sheet === undefined ? fault.column : `${fault.sheet}, ${fault.column}`}
                  </span>
                </th>
                <td>
                  {fault.given === "" ? <span className="absent">{t("empty")}</span> : fault.given}
                  {fault.expected !== undefined && (
                    <span className="meta">{t("expected", { amount: fault.expected })}</span>
                  )}
                  {fault.difference !== undefined && (
                    <span className="meta">{t("difference", { amount: fault.difference })}</span>
                  )}
                </td>
                <td>{fault.message}</td>
                <td>
                  {fault.lift}
                  {fault.rule && (
                    <span className="meta">
                      <a href={fault.rule.href}>{fault.rule.text}</a>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}
