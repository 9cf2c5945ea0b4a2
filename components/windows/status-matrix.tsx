import { useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StatusTag } from "@/components/signs/status-tag";
import type { AreaState, StreamMatrix } from "@/lib/domain/windows/status-matrix";
import { reportPath } from "@/lib/views/reports";

type StatusMatrixProps = { matrix: StreamMatrix; programme: string };

/** A row per area, a column per window, and in every cell a word. */
export function StatusMatrix({ matrix, programme }: StatusMatrixProps) {
  const t = useTranslations("windows");
  const caption = t("matrix.caption", { stream: matrix.streamName });
  return (
    <section className="section" aria-labelledby={`stand-${matrix.streamCode}`}>
      <h2 id={`stand-${matrix.streamCode}`}>{matrix.streamName}</h2>
      <ScrollRegion label={caption}>
        <table className="compact matrix">
          <caption className="hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t("matrix.area")}</th>
              {matrix.columns.map((column) => (
                <th scope="col" key={column.windowId}>
                  <a href={`/programma/${programme}/rapportages/perioden/${column.windowId}`}>
                    {t("name", { year: String(column.year), period: column.period, periods: column.periods })}
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((row) => (
              <tr key={row.areaId}>
                <th scope="row">
                  {row.areaName}
                  <span className="meta">{row.municipalityName}</span>
                </th>
                {row.cells.map((cell, index) => (
                  <td key={matrix.columns[index]?.windowId}>
                    {cell === null ? (
                      <Absent reason="not_applicable">{t("matrix.outside")}</Absent>
                    ) : (
                      <State cell={cell} programme={programme} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function State({ cell, programme }: { cell: AreaState; programme: string }) {
  const href = cell.reportId === null ? undefined : reportPath(programme, cell.reportId);
  if (cell.state === "notDue") return <Absent reason="not_due" />;
  if (cell.state === "waived") return <Absent reason="waived" />;
  if (cell.state === "notApplicable") return <Absent reason="not_applicable" />;
  if (cell.state === "reportedZero") return <StatusTag kind="line" status="reportedZero" href={href} />;
  return <StatusTag kind="report" status={cell.state} href={href} />;
}
