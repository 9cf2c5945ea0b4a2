import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClaimFacts } from "@/components/claims/claim-facts";
import { ClaimLinks } from "@/components/claims/claim-links";
import { ClaimParts } from "@/components/claims/claim-parts";
import { ConflictList } from "@/components/claims/conflict-list";
import { NoteTable } from "@/components/programme/note-table";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { headlineOfBook, lanesOf } from "@/lib/domain/overview/headline";
import { NotFound } from "@/lib/domain/refusal";
import { findClaimBook } from "@/lib/queries/claims/find-claim-book";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { claimFigure, claimName } from "@/lib/views/claims";
import { ProgrammeFrame } from "../../programme-frame";

type Props = { params: Promise<{ programme: string; claim: string }> };

async function load(params: Props["params"]) {
  const grant = await authorize("claims:read");
  const { programme: code, claim: asked } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const book = await findClaimBook(grant, programme.id);
  const claim = await orNotFound(Promise.resolve(book.claims.find(asked)).then(present));
  return { grant, programme, book, claim };
}

function present<T>(found: T | null): T {
  if (found === null) throw new NotFound("claim");
  return found;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { claim, book } = await load(params);
  return { title: claimName(claim, book) };
}

/** What one source says about one amount, in its own words, and what else says something about it. */
export default async function ClaimPage({ params }: Props) {
  const { grant, programme, book, claim } = await load(params);
  const [t, locale] = [await getTranslations("claims"), await getLocale()];
  const base = `/programma/${programme.code}`;
  const stream = book.streams.find(({ code }) => code === claim.stream);
  const conflicts = book.conflicts.filter(({ claims }) => claims.includes(claim.code));
  const figure = claimFigure(claim, locale);
  const name = claimName(claim, book);
  const headline = headlineOfBook(book);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="claims"
      crumbs={[{ label: t("list.title"), href: `${base}/claims` }, { label: name }]}
    >
      <PageTitle
        title={figure === null ? name : `${name}: ${figure}`}
        lead={stream === undefined ? t("claim.leadWhole") : t("claim.lead", { stream: stream.officialName })}
      />
      <div className={claim.quote === null ? undefined : "cols cols-1-1"}>
        {claim.quote !== null && (
          <section className="first-section" aria-labelledby="bron-zegt">
            <h2 id="bron-zegt">{t("claim.said")}</h2>
            <blockquote className="quote" lang="nl">
              <p>{claim.quote}</p>
            </blockquote>
          </section>
        )}
        <section className="first-section" aria-labelledby="gegevens">
          <h2 id="gegevens">{t("claim.facts")}</h2>
          <ClaimFacts claim={claim} book={book} base={base} />
        </section>
      </div>
      {headline !== null && headline.claim.code === claim.code ? (
        <NoteTable lanes={lanesOf(book, headline)} headline={headline} book={book} base={base} />
      ) : (
        <ClaimParts claim={claim} book={book} base={base} />
      )}
      <ClaimLinks claim={claim} book={book} base={base} />
      {conflicts.length > 0 && (
        <section className="section">
          <h2 id="conflicten">{t("claim.conflicts")}</h2>
          <ConflictList conflicts={conflicts} book={book} base={base} caption={t("claim.conflicts")} />
        </section>
      )}
    </ProgrammeFrame>
  );
}
