import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import type { NamedLine } from "@/lib/domain/reports/report-file";
import { isExempt } from "@/lib/domain/reports/report-line";
import { longDate } from "@/lib/views/dates";
import { Cell, Money } from "./cell";

/** In the address of a report: its exempt areas are filled in all the same. */
export const FILL_EXEMPT = { name: "vrijgesteld", value: "invullen" } as const;

type ExemptNoteProps = { lines: readonly NamedLine[]; columns: number; offers: boolean };

/** Under the name of an area of which nothing is asked: until when, and that it can be told all the same. */
export function ExemptNote({ lines, columns, offers }: ExemptNoteProps) {
  const t = useTranslations("reports.exempt");
  const locale = useLocale();
  const [first] = lines.flatMap(({ exempt }) => (exempt === null ? [] : [exempt]));
  if (first === undefined) return null;
  const filled = !lines.every(isExempt);
  return (
    <tr role="row" className="exempt-note">
      <td role="cell" colSpan={columns}>
        <Absent reason={first.kind} /> {t(first.kind, { date: longDate(first.expiresOn, locale) })}{" "}
        {filled && t("filled")}
        {offers && lines.some(isExempt) && (
          <a href={`?${FILL_EXEMPT.name}=${FILL_EXEMPT.value}#regels`}>
            {t("fill")}
            <span className="hidden"> {lines[0]?.areaName}</span>
          </a>
        )}
      </td>
    </tr>
  );
}

/** A line on which nothing is asked: what is known about it, and words where nothing is reported. */
export function ExemptRow({ line, theme }: { line: NamedLine; theme: string }) {
  const t = useTranslations("reports.lines");
  const nothing = <Absent reason={line.exempt?.kind ?? "waived"} />;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {theme}
      </th>
      <Cell label={t("allocated")}>
        <Money value={line.allocated} />
      </Cell>
      <Cell label={t("previous")}>
        <Money value={line.previous} />
      </Cell>
      {(["spent", "correction", "cumulative", "forecast", "left"] as const).map((name) => (
        <Cell label={t(name)} key={name}>
          {nothing}
        </Cell>
      ))}
    </tr>
  );
}
