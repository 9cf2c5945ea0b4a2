import { useLocale, useTranslations } from "next-intl";
import { ClaimSource } from "@/components/claims/claim-source";
import { LeadFigure } from "@/components/signs/lead-figure";
import { Tag } from "@/components/signs/tag";
import { type ClaimBook, decidedReading } from "@/lib/domain/claims/claim-book";
import { fixedTotal, headlineOfBook } from "@/lib/domain/overview/headline";
import { publishedFigure, qualifier, spaced } from "@/lib/views/claims";

type Props = {
  programme: {
    readonly code: string;
    readonly nameNl: string;
    readonly nameEn: string;
    readonly horizonFrom: number;
    readonly horizonTo: number;
    readonly isPractice: boolean;
  };
  book: ClaimBook;
  /** Whether the reader has work in this programme. */
  works: boolean;
};

/** A programme on the start page: its published figure with its source, and what stands beside it. */
export function ProgrammeEntry({ programme, book, works }: Props) {
  const t = useTranslations("home");
  const locale = useLocale();
  const { code, nameNl, nameEn, horizonFrom, horizonTo, isPractice } = programme;
  const name = locale === "en" ? nameEn : nameNl;
  const base = `/programma/${code}`;
  const headline = headlineOfBook(book);
  const open = book.conflicts.filter((one) => one.kind === "source_conflict" && decidedReading(one) === null);
  return (
    <article className="programme-entry">
      <div className="section-head">
        <h2>
          <a href={base}>{name}</a>
        </h2>
        {isPractice ? (
          <Tag tone="warn">{t("practice")}</Tag>
        ) : (
          <p className="small muted">
            {t("scope", {
              municipalities: book.municipalities.length,
              areas: book.areas.length,
              from: String(horizonFrom),
              to: String(horizonTo),
            })}
          </p>
        )}
      </div>
      {headline === null ? (
        <p>{t("noClaim")}</p>
      ) : (
        <LeadFigure
          id={`totaal-${code}`}
          heading={t("claim", { name })}
          qualifier={spaced(qualifier(book.claims.need(headline.claim.code), locale))}
          figure={publishedFigure(headline.claim.amount, false, locale)}
          source={<ClaimSource claim={book.claims.need(headline.claim.code)} book={book} base={base} />}
          figures={[
            {
              label: t("fixed"),
              figure: publishedFigure(fixedTotal(headline), false, locale),
              href: `${base}#noten`,
            },
            { label: t("claims"), figure: book.claims.all.length, href: `${base}/claims` },
            { label: t("conflicts"), figure: open.length, href: `${base}/bronconflicten` },
          ]}
        />
      )}
      <p className="actions">
        {works && (
          <a className="button" href={`${base}/werk`}>
            {t("work")}
          </a>
        )}
        <a className="button button-second" href={base}>
          {t("see")}
        </a>
      </p>
    </article>
  );
}
