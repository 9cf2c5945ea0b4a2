import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/signs/facts";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { Tag } from "@/components/signs/tag";
import { auditAction } from "@/lib/domain/audit/audit-action";
import type { AuditLine } from "@/lib/domain/audit/audit-line";
import { instant } from "@/lib/views/dates";

/** Lines of the audit log in words, each with what was written down exactly. */
export function AuditTable({ lines }: { lines: readonly AuditLine[] }) {
  const t = useTranslations("admin.log");
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact stack stack-2" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead columns={[t("when"), t("who"), t("what"), t("outcome"), t("about"), t("details")]} />
        <tbody role="rowgroup">
          {lines.map((line) => (
            <Line line={line} key={String(line.id)} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Line({ line }: { line: AuditLine }) {
  const t = useTranslations("admin.log");
  const locale = useLocale();
  const action = auditAction(line.action);
  const programme = locale === "en" ? line.programme?.en : line.programme?.nl;
  return (
    <tr role="row">
      <th scope="row" role="rowheader" className="tnum nowrap">
        {instant(line.at, locale, "second")}
      </th>
      <td role="cell" data-label={t("who")}>
        {line.who ?? <span className="muted">{t(line.outcome === "done" ? "system" : "nobody")}</span>}
      </td>
      <td role="cell" data-label={t("what")}>
        {action === null ? line.action : t(`actions.${action}`)}
      </td>
      <td role="cell" data-label={t("outcome")}>
        {line.outcome === "refused" ? (
          <Tag tone="error" sign="barred">
            {t("refused")}
          </Tag>
        ) : (
          <Tag tone="ok" sign="check">
            {t("done")}
          </Tag>
        )}
      </td>
      <td role="cell" data-label={t("about")}>
        {[line.municipality, programme].filter(Boolean).join(", ") || (
          <span className="muted">{t("everything")}</span>
        )}
      </td>
      <td role="cell" data-label={t("details")}>
        <Written line={line} />
      </td>
    </tr>
  );
}

const written = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

/** The line as it is stored and signed for: names and values are those of the log itself. */
function Written({ line }: { line: AuditLine }) {
  const t = useTranslations("admin.log");
  const { action, subjectKind, subjectId, origin } = line;
  const facts = {
    [t("action")]: action,
    ...(subjectKind === null ? {} : { [t("subject")]: `${subjectKind} ${subjectId ?? ""}` }),
    ...(origin === null ? {} : { [t("origin")]: origin }),
    ...line.facts,
  };
  return (
    <details>
      <summary>
        {t("written")}
        <span className="hidden"> {t("writtenOf", { number: String(line.id) })}</span>
      </summary>
      <Facts
        facts={Object.entries(facts).map(([term, value]) => ({ term, value: written(value), look: "mono" }))}
      />
    </details>
  );
}
