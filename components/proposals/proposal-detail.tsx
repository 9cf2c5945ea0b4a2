import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DocumentPlace } from "@/components/proposals/document-place";
import { AmountCell } from "@/components/signs/amount";
import { Chain } from "@/components/signs/chain";
import { Facts } from "@/components/signs/facts";
import { type Cents, cents, sum } from "@/lib/domain/money";
import { isPayment, isSettlement } from "@/lib/domain/proposals/blocking-reasons";
import { instant, shortDate } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";
import { placeText } from "@/lib/views/place-words";

interface Named {
  readonly name: string;
}
interface Row {
  readonly kind: string;
  readonly version: number;
  readonly contentHash: string;
  readonly createdAt: Date;
  readonly author: Named;
  readonly theme: { readonly nameNl: string; readonly nameEn: string } | null;
  readonly area: { readonly name: string; readonly municipality: { readonly preferredName: string } } | null;
  readonly claim: {
    readonly code: string;
    readonly place: string | null;
    readonly source: { readonly title: string };
  } | null;
  readonly allocation: { readonly id: string; readonly number: string } | null;
  readonly batch: { readonly id: string; readonly number: string } | null;
  readonly batchLine: number | null;
  readonly approvals: readonly {
    readonly outcome: string;
    readonly reason: string | null;
    readonly at: Date;
    readonly contentHash: string;
    readonly person: Named;
    readonly principal: Named | null;
  }[];
  readonly entries: readonly { readonly seq: bigint; readonly recordedAt: Date }[];
}
interface Proposed {
  readonly decisionNumber: string | null;
  readonly decisionOn: string | null;
  readonly decisionCents: bigint | null;
  readonly decisionDocument?: string | null;
  readonly grossCents?: bigint | null;
  readonly bcfCents?: bigint | null;
  readonly awardedCents?: bigint | null;
  readonly effectiveOn: string;
  readonly legalSource: string | null;
  readonly reason: string;
  readonly lines: readonly { readonly year: number; readonly amount: Cents }[];
}

const short = (hash: string) => `${hash.slice(0, 8)}…${hash.slice(-4)}`;

/** Everything an approval is about, and who did what with it so far. */
export function ProposalDetail({ row, facts, base }: { row: Row; facts: Proposed; base: string }) {
  const t = useTranslations("proposals.page");
  const locale = useLocale();
  const fact = (term: string, value: ReactNode | null, look?: "mono" | "figure") =>
    value === null ? [] : [{ term: t(`facts.${term}`), value, look }];
  const paid = isPayment(row.kind);
  const settling = isSettlement(row.kind);
  const money = (value: bigint | null | undefined) =>
    value === null || value === undefined ? null : euro(cents(value), locale);
  return (
    <div className="cols cols-1-1">
      <section aria-labelledby="inhoud-voorstel">
        <h2 id="inhoud-voorstel">{t("content")}</h2>
        <Facts
          facts={[
            ...fact("area", row.area && `${row.area.name} (${row.area.municipality.preferredName})`),
            ...fact("theme", row.theme && (locale === "en" ? row.theme.nameEn : row.theme.nameNl)),
            ...fact(
              "batch",
              row.batch && (
                <a href={`${base}/verzamelvoorstellen/${row.batch.id}`}>
                  {t("batchLine", { number: row.batch.number, line: row.batchLine ?? 0 })}
                </a>
              ),
            ),
            ...fact(
              "allocation",
              row.allocation && (
                <a href={`${base}/toekenningen/${row.allocation.id}`}>{row.allocation.number}</a>
              ),
            ),
            ...fact(
              "claim",
              row.claim && (
                <a href={`${base}/claims/${row.claim.code}`}>
                  {[row.claim.source.title, row.claim.place && placeText(row.claim.place, locale)]
                    .filter(Boolean)
                    .join(", ")}
                </a>
              ),
            ),
            ...fact(paid ? "paymentReference" : "decisionNumber", facts.decisionNumber),
            ...fact(
              paid ? "paidOn" : "decisionOn",
              facts.decisionOn && shortDate(facts.decisionOn, locale),
              "figure",
            ),
            ...fact("awarded", money(facts.awardedCents), "figure"),
            ...fact(
              paid ? "paidAmount" : settling ? "settledAmount" : "decisionAmount",
              money(facts.decisionCents),
              "figure",
            ),
            ...fact("gross", money(facts.grossCents), "figure"),
            ...fact("bcf", money(facts.bcfCents), "figure"),
            ...fact(
              "decisionDocument",
              facts.decisionDocument ? <DocumentPlace place={facts.decisionDocument} /> : null,
            ),
            ...fact("effectiveOn", shortDate(facts.effectiveOn, locale), "figure"),
            ...fact("legalSource", facts.legalSource),
            ...fact("reason", facts.reason),
          ]}
        />
        <table className="compact above-l">
          <caption>{t(settling ? "settledYears" : "years")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("year")}</th>
              <th scope="col" className="amount">
                {t("amount")}
              </th>
            </tr>
          </thead>
          <tbody>
            {facts.lines.map(({ year, amount }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <AmountCell value={amount} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="total">
              <th scope="row">{t("total")}</th>
              <AmountCell value={sum(facts.lines.map(({ amount }) => amount))} />
            </tr>
          </tfoot>
        </table>
      </section>
      <section aria-labelledby="loop">
        <h2 id="loop">{t("chain")}</h2>
        <Chain
          links={[
            {
              text: t("entered", { name: row.author.name }),
              when: instant(row.createdAt, locale),
              at: row.createdAt.toISOString(),
            },
            ...row.approvals.map(({ outcome, reason, at, contentHash, person, principal }) => ({
              text: (
                <>
                  {t(outcome, {
                    name: principal
                      ? t("onBehalf", { name: person.name, principal: principal.name })
                      : person.name,
                    hash: short(contentHash),
                  })}
                  {reason && <q className="meta">{reason}</q>}
                </>
              ),
              when: instant(at, locale),
              at: at.toISOString(),
            })),
            ...row.entries.map(({ seq, recordedAt }) => ({
              text: <a href={`${base}/grootboek/${seq}`}>{t("posted", { seq: String(seq) })}</a>,
              when: instant(recordedAt, locale, "second"),
              at: recordedAt.toISOString(),
            })),
          ]}
        />
        <p className="small muted">
          {t("version", { version: row.version })} <span className="mono">{short(row.contentHash)}</span>
        </p>
      </section>
    </div>
  );
}
