import { useTranslations } from "next-intl";
import { ShareBar } from "@/components/charts/share-bar";
import { Absent } from "@/components/signs/absent";
import { Amount, AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { Tag } from "@/components/signs/tag";
import type { Cents } from "@/lib/domain/money";
import type { Matrix, MatrixCell } from "@/lib/domain/overview/matrix";

type OverviewMatrixProps = {
  matrix: Matrix;
  nameOf: (municipalityId: string) => string;
  historyOf: (municipalityId: string | null, year: number | null) => string;
  caption: string;
};

/** One measure per municipality and year, with a bar for who compares and the amount for who counts. */
export function OverviewMatrix({ matrix, nameOf, historyOf, caption }: OverviewMatrixProps) {
  const t = useTranslations("overview");
  return (
    <ScrollRegion label={caption}>
      <table className="compact matrix">
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("municipality")}</th>
            {matrix.years.map((year) => (
              <th scope="col" className="amount" key={year ?? "none"}>
                {year ?? t("noYear")}
              </th>
            ))}
            <th scope="col" className="amount">
              {t("inEuro", { what: t("total") })}
            </th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map(({ municipalityId, cells, total, late }) => (
            <tr key={municipalityId}>
              <th scope="row">{nameOf(municipalityId)}</th>
              {cells.map((cell) => (
                <Cell
                  key={cell.year ?? "none"}
                  cell={cell}
                  most={matrix.most}
                  href={historyOf(municipalityId, cell.year)}
                />
              ))}
              <td className="amount">
                <Amount value={total} absent="none" />
                {late > 0 && <LateTag count={late} />}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="total">
            <th scope="row">{t("total")}</th>
            {matrix.totals.map((total, index) => (
              <AmountCell
                key={matrix.years[index] ?? "none"}
                value={total}
                absent="none"
                href={total === null ? undefined : historyOf(null, matrix.years[index] ?? null)}
              />
            ))}
            <AmountCell value={matrix.total} absent="none" />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

function Cell({ cell, most, href }: { cell: MatrixCell; most: Cents; href: string }) {
  if (cell.amount === null) {
    return (
      <td className="amount">
        {cell.missing === "late" ? <LateTag count={cell.late} /> : <Absent reason={cell.missing} />}
      </td>
    );
  }
  return (
    <td className="amount">
      <Amount value={cell.amount} href={href} />
      <ShareBar part={cell.amount} whole={most} />
      {cell.late > 0 && <LateTag count={cell.late} />}
    </td>
  );
}

/** What is not whole says so beside its amount. */
function LateTag({ count }: { count: number }) {
  const t = useTranslations("overview");
  return (
    <span className="matrix-late">
      <Tag tone="error" sign="clock">
        {t("late", { count })}
      </Tag>
    </span>
  );
}
