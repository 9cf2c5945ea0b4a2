import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { Chain, type ChainLink } from "@/components/signs/chain";
import { type Fact, Facts } from "@/components/signs/facts";
import type { LedgerEntry } from "@/lib/domain/ledger/ledger-entry";
import { type Cents, cents, sum } from "@/lib/domain/money";
import { instant, shortDate } from "@/lib/views/dates";
import { yearsText } from "@/lib/views/reconciliation";
import { type CheckedInclusion, EntryProof } from "./entry-proof";

type Props = { entry: LedgerEntry; base: string; level: 2 | 3; inclusion?: CheckedInclusion | null };

const short = (hash: string) => `${hash.slice(0, 4)}…${hash.slice(-4)}`;
const MEASURED = { ceiling: -1n, allocated: 1n, advanced: 1n, spent: 1n, settled: -1n } as const;

/** What an entry is worth: the sum on the account it is about. */
export function entryAmount({ postings }: LedgerEntry): Cents {
  return sum(
    postings.flatMap(({ kind, amount }) =>
      kind in MEASURED ? [cents(amount * MEASURED[kind as keyof typeof MEASURED])] : [],
    ),
  );
}

/** Everything about one entry: facts, postings, who approved it, and what proves it. */
export function EntryPanel({ entry, base, level, inclusion = null }: Props) {
  const t = useTranslations("ledger.entry");
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <>
      <EntryFacts entry={entry} base={base} />
      <Heading className="above-l">{t("postings")}</Heading>
      <Postings entry={entry} />
      <Heading className="above-l">{t("approval")}</Heading>
      <Approval entry={entry} base={base} />
      <Heading className="above-l">{t("proof")}</Heading>
      <EntryProof entry={entry} base={base} inclusion={inclusion} />
    </>
  );
}

function EntryFacts({ entry, base }: Pick<Props, "entry" | "base">) {
  const t = useTranslations("ledger.entry");
  const locale = useLocale();
  const { allocation, correctsSeq, correctedBy, decisionNumber, decisionOn } = entry;
  const facts: Fact[] = [
    { term: t("effectiveOn"), value: shortDate(entry.effectiveOn, locale), look: "figure" },
    { term: t("recordedAt"), value: instant(entry.recordedAt, locale, "second"), look: "figure" },
    {
      term: t("stream"),
      value: <a href={`${base}/geldstromen/${entry.stream.code}`}>{entry.stream.name}</a>,
    },
  ];
  if (allocation !== null)
    facts.push({
      term: t("allocation"),
      value: (
        <>
          <a href={`${base}/toekenningen/${allocation.id}`}>{allocation.number}</a>, {allocation.area},{" "}
          {allocation.municipality}
        </>
      ),
    });
  if (correctsSeq !== null)
    facts.push({
      term: t("corrects"),
      value: <a href={`${base}/grootboek/${correctsSeq}`}>{t("stays", { seq: String(correctsSeq) })}</a>,
    });
  if (correctedBy.length > 0)
    facts.push({
      term: t("correctedBy"),
      value: correctedBy.map((seq, index) => (
        <span key={String(seq)}>
          {index > 0 && ", "}
          <a href={`${base}/grootboek/${seq}`}>{t("entryNumber", { seq: String(seq) })}</a>
        </span>
      )),
    });
  if (decisionNumber !== null)
    facts.push({
      term: t("decision"),
      value:
        decisionOn === null
          ? decisionNumber
          : t("decisionOf", { number: decisionNumber, date: shortDate(decisionOn, locale) }),
    });
  if (entry.legalSource !== null) facts.push({ term: t("legal"), value: entry.legalSource });
  facts.push({ term: t("reason"), value: entry.reason });
  return <Facts facts={facts} />;
}

function Postings({ entry }: { entry: LedgerEntry }) {
  const t = useTranslations("ledger.entry");
  const locale = useLocale();
  const books = [...new Set(entry.postings.map(({ book }) => book))];
  return (
    <table className="compact">
      <caption className="hidden">{t("postings")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("account")}</th>
          <th scope="col" className="amount">
            €
          </th>
        </tr>
      </thead>
      {books.map((book) => {
        const own = entry.postings.filter((posting) => posting.book === book);
        return (
          <tbody key={book}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                {t(`books.${book}`)}
              </th>
            </tr>
            {own.map(({ kind, tranche, area, theme, year, amount }, index) => (
              <tr key={index}>
                <td>
                  {[t(`accounts.${kind}`), area, year === null ? null : yearsText([year])]
                    .filter(Boolean)
                    .join(", ")}
                  <span className="meta">{[tranche, theme?.[locale]].filter(Boolean).join(", ")}</span>
                </td>
                <AmountCell value={amount} />
              </tr>
            ))}
            <tr className="total">
              <th scope="row">{t("sum")}</th>
              <AmountCell value={sum(own.map(({ amount }) => amount))} />
            </tr>
          </tbody>
        );
      })}
    </table>
  );
}

function Approval({ entry, base }: Pick<Props, "entry" | "base">) {
  const t = useTranslations("ledger.entry");
  const locale = useLocale();
  const at = (date: Date) => ({ when: instant(date, locale), at: date.toISOString() });
  const { proposal, report } = entry;
  const links: ChainLink[] = [
    ...(proposal === null
      ? []
      : [
          { text: t("entered", { name: proposal.author }), ...at(proposal.enteredAt) },
          ...proposal.decisions.map(({ outcome, who, at: when, contentHash }) => ({
            text: t(outcome, { name: who, hash: short(contentHash) }),
            ...at(when),
          })),
        ]),
    ...(report === null
      ? []
      : report.events.map(({ action, who, at: when }) => ({
          text: t(action, { name: who, hash: "" }),
          ...at(when),
        }))),
    {
      text: t("posted", { seq: String(entry.seq), name: entry.recordedBy }),
      when: instant(entry.recordedAt, locale, "second"),
      at: entry.recordedAt.toISOString(),
    },
  ];
  return (
    <>
      <Chain links={links} />
      <p className="small">
        {proposal !== null && (
          <a href={`${base}/voorstellen/${proposal.id}`}>
            {t("proposal")} {proposal.number}
          </a>
        )}
        {report !== null && (
          <a href={`${base}/rapportages/${report.id}`}>
            {t("report")} {report.number}
          </a>
        )}
      </p>
    </>
  );
}
