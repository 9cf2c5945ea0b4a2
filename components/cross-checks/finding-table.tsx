import { useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { StatusTag } from "@/components/signs/status-tag";
import { Tag } from "@/components/signs/tag";
import type { Reference } from "@/lib/domain/cross-checks/finding";
import {
  type Change,
  changeOf,
  type KeptCrossFinding,
  type RunRow,
} from "@/lib/domain/cross-checks/kept-run";
import { FigureCell, FigureText } from "./figure-cell";
import { FindingSentence } from "./finding-sentence";
import { SEVERITY_OF_CHECK } from "./look";

export interface FindingLinks {
  readonly open: (reference: Reference) => string;
  readonly run: (number: number) => string;
  /** Null for who writes no findings. */
  readonly write: ((key: string) => string) | null;
  readonly written: (finding: string) => string;
}

type FindingTableProps = {
  findings: readonly KeptCrossFinding[];
  run: RunRow;
  caption: string;
  links: FindingLinks;
  /** They are of the run before: no longer there, or not judged again. */
  lost?: "gone" | "unjudged";
};

/** What does not hold: both figures, aligned, with where they are from and what the one has more than the other. */
export function FindingTable({ findings, run, caption, links, lost }: FindingTableProps) {
  const t = useTranslations("crossChecks.findings");
  return (
    <ScrollRegion label={caption}>
      <table className="compact findings stack" role="table">
        <caption className="hidden">{caption}</caption>
        <StackHead
          columns={[
            t("rule"),
            t("about"),
            { amount: t("source") },
            { amount: t("target") },
            { amount: t("difference") },
            t("state"),
          ]}
        />
        <tbody role="rowgroup">
          {findings.map((finding) => (
            <FindingRow
              key={finding.key}
              finding={finding}
              change={lost ?? changeOf(finding, run)}
              links={links}
            />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type FindingRowProps = { finding: KeptCrossFinding; change: Change; links: FindingLinks };

function FindingRow({ finding, change, links }: FindingRowProps) {
  const t = useTranslations("crossChecks.findings");
  const { about, source, target, unit, difference } = finding;
  const href = (at: Reference | null) => (at === null ? undefined : links.open(at));
  const page = href(about.at);
  return (
    <tr role="row" id={finding.key}>
      <th scope="row" role="rowheader" className="nowrap">
        {finding.code}
      </th>
      <td role="cell" className="finding-about">
        <span>
          {page === undefined ? about.name : <a href={page}>{about.name}</a>}
          <span className="meta">
            <FindingSentence finding={finding} />
          </span>
        </span>
      </td>
      <FigureCell figure={source} unit={unit} label={t("source")} href={href(source.at)} />
      <FigureCell figure={target} unit={unit} label={t("target")} href={href(target.at)} />
      <td role="cell" className="amount" data-label={t("difference")}>
        <span>
          {difference === null ? (
            <Absent reason="not_applicable">{t("oneSided")}</Absent>
          ) : (
            <FigureText value={difference} unit={unit} />
          )}
        </span>
      </td>
      <td role="cell" data-label={t("state")}>
        <span className="state-cell">
          <Weight finding={finding} />
          <StatusTag kind="crossChange" status={change} />
          {change === "still" && (
            <span className="meta">
              <a href={links.run(finding.since)}>{t("since", { number: String(finding.since) })}</a>
            </span>
          )}
          <Written finding={finding} links={links} change={change} />
        </span>
      </td>
    </tr>
  );
}

/** How much it weighs by its rule's stage; what is waived says so. */
function Weight({ finding: { severity, waived } }: { finding: KeptCrossFinding }) {
  const t = useTranslations("crossChecks.severities");
  return (
    <>
      <Tag {...SEVERITY_OF_CHECK[severity]}>{t(severity)}</Tag>
      {waived && (
        <Tag tone="wait" sign="none">
          {t("waived")}
        </Tag>
      )}
    </>
  );
}

/** What auditors wrote down of it, and where one begins to. */
function Written({ finding, links, change }: FindingRowProps) {
  const t = useTranslations("crossChecks.findings");
  return (
    <span className="meta">
      {finding.written.map(({ id, number }) => (
        <a key={id} href={links.written(id)}>
          {number}
        </a>
      ))}
      {links.write !== null && (change === "new" || change === "still") && finding.written.length === 0 && (
        <a href={links.write(finding.key)}>
          {t("write")}
          <span className="hidden">
            : {finding.code}, {finding.about.name}
          </span>
        </a>
      )}
    </span>
  );
}
