import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SourceLink } from "@/components/signs/source-link";
import { StackHead } from "@/components/signs/stack-head";
import { Tag } from "@/components/signs/tag";
import { judge, type Tolerance, type ToleranceOutcome, toleranceRoom } from "@/lib/domain/sisa/tolerance";
import { type ShownRow, shareText } from "@/lib/views/sisa";

const LOOK = {
  within: { tone: "ok", sign: "check" },
  errors: { tone: "error", sign: "warning" },
  uncertainties: { tone: "error", sign: "warning" },
  both: { tone: "error", sign: "warning" },
  together: { tone: "error", sign: "warning" },
  unclear: { tone: "warn", sign: "warning" },
} as const satisfies Record<ToleranceOutcome, object>;

/** Errors and uncertainties per decision, beside what the year's tolerance leaves room for. */
export function ToleranceTable({
  rows,
  tolerance,
}: {
  rows: readonly ShownRow[];
  tolerance: Tolerance | null;
}) {
  const t = useTranslations("sisa.tolerance");
  const locale = useLocale();
  return (
    <section className="section" aria-labelledby="fouten">
      <h2 id="fouten">{t("title")}</h2>
      {tolerance === null ? (
        <p>{t("none")}</p>
      ) : (
        <>
          <p>
            {t(`reading.${tolerance.reading}`, {
              errors: shareText(tolerance.errors, locale),
              uncertainties: shareText(tolerance.uncertainties, locale),
              year: String(tolerance.firstYear),
            })}{" "}
            {t("base")}
          </p>
          <p className="small below-s">
            <SourceLink wrap>{tolerance.source}</SourceLink>
          </p>
        </>
      )}
      <ScrollRegion label={t("caption")}>
        <table className="stack stack-figures compact" role="table">
          <caption className="hidden">{t("caption")}</caption>
          <StackHead
            columns={[
              t("decision"),
              ...(["spent", "errors", "errorsRoom", "uncertainties", "uncertaintiesRoom"] as const).map(
                (name) => ({ amount: t(`columns.${name}`) }),
              ),
              t("outcome"),
            ]}
          />
          <tbody role="rowgroup">
            {rows.map((row) => (
              <ToleranceRow key={row.key} row={row} tolerance={tolerance} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function ToleranceRow({ row, tolerance }: { row: ShownRow; tolerance: Tolerance | null }) {
  const t = useTranslations("sisa.tolerance");
  const { spent, errors, uncertainties } = row;
  const room = (share: "errors" | "uncertainties") =>
    tolerance === null || spent === null ? null : toleranceRoom(tolerance[share], spent);
  const known = tolerance !== null && spent !== null && errors !== null && uncertainties !== null;
  const outcome = known ? judge(tolerance, { base: spent, errors, uncertainties }) : null;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {row.decisions.map(({ number }) => number).join(", ")}
        {row.note !== null && <span className="meta">{row.note}</span>}
      </th>
      <AmountCell value={spent} absent="incomplete" label={t("columns.spent")} />
      <AmountCell value={errors} absent="undetermined" label={t("columns.errors")} />
      <AmountCell value={room("errors")} absent="undetermined" label={t("columns.errorsRoom")} />
      <AmountCell value={uncertainties} absent="undetermined" label={t("columns.uncertainties")} />
      <AmountCell
        value={room("uncertainties")}
        absent="undetermined"
        label={t("columns.uncertaintiesRoom")}
      />
      <td role="cell" data-label={t("outcome")}>
        <span>
          {outcome === null ? (
            <Absent reason="undetermined" />
          ) : (
            <Tag {...LOOK[outcome]}>{t(`outcomes.${outcome}`)}</Tag>
          )}
        </span>
      </td>
    </tr>
  );
}
