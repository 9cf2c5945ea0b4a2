import { useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { Tag } from "@/components/signs/tag";
import type { PlannedLine } from "@/lib/domain/distribution/lines";
import { sum } from "@/lib/domain/money";
import { Signed } from "./effect-table";

type Line = PlannedLine & { readonly area: string; readonly municipality: string };

/** What the batch will hold: per area an allocation, a revision, or nothing because it is already so. */
export function LineTable({ lines, years }: { lines: readonly Line[]; years: readonly number[] }) {
  const t = useTranslations("distribution.lines");
  // As the lines of the batch are counted: what stands already is no line of it.
  const numbered = lines.filter(({ kind }) => kind !== "unchanged");
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("area")}</th>
            <th scope="col">{t("kind")}</th>
            {years.map((year) => (
              <th scope="col" className="amount" key={year}>
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr
              key={line.areaId}
              id={line.kind === "unchanged" ? undefined : `lines.${numbered.indexOf(line)}`}
              tabIndex={line.kind === "unchanged" ? undefined : -1}
            >
              <th scope="row">
                {line.area}
                <span className="meta">
                  {line.kind === "unchanged"
                    ? line.municipality
                    : t("numbered", { line: numbered.indexOf(line) + 1, municipality: line.municipality })}
                </span>
              </th>
              <td>
                <Tag tone={line.kind === "unchanged" ? "wait" : "info"}>{t(`kinds.${line.kind}`)}</Tag>
                {line.standing !== null && <span className="meta">{line.standing.number}</span>}
              </td>
              {years.map((year) => {
                const amount = line.years.find((one) => one.year === year)?.amount;
                return (
                  <td className="amount" key={year}>
                    {amount !== undefined && <Signed value={amount} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="total">
            <th scope="row" colSpan={2}>
              {t("total")}
            </th>
            {years.map((year) => (
              <td className="amount" key={year}>
                <Signed
                  value={sum(
                    lines.flatMap((line) =>
                      line.years.filter((one) => one.year === year).map(({ amount }) => amount),
                    ),
                  )}
                />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
