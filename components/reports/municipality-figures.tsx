import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { type KeyFigure, KeyFigures } from "@/components/signs/key-figures";
import { SectionHead } from "@/components/signs/section-head";
import { cents } from "@/lib/domain/money";
import type { MunicipalityWorkload } from "@/lib/domain/reports/municipality-work";
import { dateInAmsterdam, instant, shortDate } from "@/lib/views/dates";
import { euro, percentage } from "@/lib/views/money";
import { reportPath } from "@/lib/views/reports";

type MunicipalityFiguresProps = { work: MunicipalityWorkload; programme: string; now: Date };

/** How the money of one's own municipality stands; what was not reported is named and never zero. */
export function MunicipalityFigures({ work, programme, now }: MunicipalityFiguresProps) {
  const t = useTranslations("reports.work");
  const locale = useLocale();
  const { figures, missing } = work;
  const allocations = `/programma/${encodeURIComponent(programme)}/toekenningen`;
  const reports = reportPath(programme);
  const known = (value: bigint | null, missingWord: string): Pick<KeyFigure, "figure" | "tone"> =>
    value === null
      ? { figure: <Absent reason="none">{missingWord}</Absent>, tone: "word" }
      : { figure: euro(cents(value), locale) };
  const share =
    figures.allocated === null || figures.spent === null
      ? null
      : percentage(figures.spent, figures.allocated, locale);
  const shown: KeyFigure[] = [
    {
      label: t("allocated"),
      ...known(figures.allocated, t("noAllocation")),
      href: link(figures.allocated, allocations),
    },
    {
      label: t("spent"),
      ...known(figures.allocated === null ? null : figures.spent, t("noAllocation")),
      href: link(figures.allocated, `${reports}?status=accepted`),
      sub: share === null ? undefined : t("shareOfAllocated", { share }),
    },
    {
      label: t("pending"),
      ...known(figures.pending, t("noPending")),
      href: link(figures.pending, reports),
      sub: [
        figures.pendingReports > 0 ? `${t("pendingCount", { count: figures.pendingReports })}; ` : "",
        t("missingCount", { count: missing }),
      ].join(""),
    },
    {
      label: t("left"),
      ...known(figures.left, t("noAllocation")),
      href: link(figures.left, allocations),
      sub: figures.left === null ? undefined : t("leftText"),
    },
  ];
  return (
    <section className="section" aria-labelledby="kerncijfers">
      <SectionHead
        id="kerncijfers"
        title={t("figures")}
        note={t("asOf", { date: shortDate(dateInAmsterdam(now), locale), instant: instant(now, locale) })}
      />
      <KeyFigures figures={shown} exact />
    </section>
  );
}

const link = (value: bigint | null, href: string): string | undefined => (value === null ? undefined : href);
