import { useLocale, useTranslations } from "next-intl";
import { type Fact, Facts } from "@/components/signs/facts";
import { Tag } from "@/components/signs/tag";
import { readShown, type ShownContent } from "@/lib/domain/proposals/shown-content";
import { instant, shortDate } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";

interface Approval {
  readonly id: string;
  readonly outcome: string;
  readonly at: Date;
  readonly contentHash: string;
  readonly shown: unknown;
  readonly person: { readonly name: string };
}

/** What each approver had on the screen, for ever as it was, also when it says something else now. */
export function ApprovedContent({
  approvals,
  contentHash,
}: {
  approvals: readonly Approval[];
  contentHash: string;
}) {
  const t = useTranslations("proposals.page");
  const locale = useLocale();
  const given = approvals.filter(({ outcome }) => outcome === "approved");
  if (given.length === 0) return null;
  return (
    <section className="section" aria-labelledby="zoals-goedgekeurd">
      <h2 id="zoals-goedgekeurd">{t("shown")}</h2>
      {given.map((approval) => (
        <details key={approval.id}>
          <summary>
            {t("shownBy", { name: approval.person.name, at: instant(approval.at, locale) })}{" "}
            <Tag tone={approval.contentHash === contentHash ? "ok" : "diff"}>
              {t(approval.contentHash === contentHash ? "same" : "other")}
            </Tag>
          </summary>
          <Shown shown={readShown(approval.shown)} contentHash={approval.contentHash} />
        </details>
      ))}
    </section>
  );
}

function Shown({ shown, contentHash }: { shown: ShownContent | null; contentHash: string }) {
  const t = useTranslations("proposals.page");
  const locale = useLocale();
  const fact = (term: string, value: string | null): Fact[] =>
    value === null ? [] : [{ term: t(`facts.${term}`), value, look: "figure" }];
  if (shown === null) return <p className="mono">{contentHash}</p>;
  const { decisionNumber, decisionOn, decisionCents, decisionDocument } = shown;
  const { effectiveOn, legalSource, reason, years } = shown;
  return (
    <Facts
      facts={[
        ...fact("decisionNumber", decisionNumber),
        ...fact("decisionOn", decisionOn && shortDate(decisionOn, locale)),
        ...fact("decisionAmount", decisionCents === null ? null : euro(decisionCents, locale)),
        ...fact("decisionDocument", decisionDocument),
        ...fact("effectiveOn", shortDate(effectiveOn, locale)),
        ...fact("legalSource", legalSource),
        ...fact("reason", reason),
        ...years.map(({ year, amount }) => ({
          term: year,
          value: euro(amount, locale),
          look: "figure" as const,
        })),
      ]}
    />
  );
}
