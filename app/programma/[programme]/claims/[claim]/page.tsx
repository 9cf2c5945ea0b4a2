import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ClaimDocuments } from "@/components/claims/claim-document";
import { ClaimFacts } from "@/components/claims/claim-facts";
import { ClaimLinkForm, WithdrawLinkForm } from "@/components/claims/claim-link-forms";
import { ClaimLinks } from "@/components/claims/claim-links";
import { ClaimParts } from "@/components/claims/claim-parts";
import { ConflictList } from "@/components/claims/conflict-list";
import { NoteTable } from "@/components/programme/note-table";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { laterThan } from "@/lib/domain/claims/claim-book";
import { DOCUMENT_PROBLEMS } from "@/lib/domain/claims/source-document";
import { headlineOfBook, lanesOf } from "@/lib/domain/overview/headline";
import { NotFound } from "@/lib/domain/refusal";
import { claimDocuments } from "@/lib/queries/claims/claim-documents";
import { findClaimBook } from "@/lib/queries/claims/find-claim-book";
import { mayDecideConflicts } from "@/lib/queries/claims/may-decide";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { claimFigure, claimName } from "@/lib/views/claims";
import { ProgrammeFrame } from "../../programme-frame";
import { linkClaimAction, withdrawLinkAction } from "./actions";

type Props = {
  params: Promise<{ programme: string; claim: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const shown = z.object({
  gedaan: z.enum(["vastgelegd", "bijgevoegd", "verbonden", "ingetrokken"]).optional().catch(undefined),
  probleem: z.enum(DOCUMENT_PROBLEMS).optional().catch(undefined),
});

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

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { claim, book } = await load(params);
  return { title: claimName(claim, book, await getLocale()) };
}

/** What one source says about one amount, in its own words, and what else says something about it. */
export default async function ClaimPage({ params, searchParams }: Props) {
  const { grant, programme, book, claim } = await load(params);
  const [t, locale] = [await getTranslations("claims"), await getLocale()];
  const base = `/programma/${programme.code}`;
  const stream = book.streams.find(({ code }) => code === claim.stream);
  const conflicts = book.conflicts.filter(({ claims }) => claims.includes(claim.code));
  const figure = claimFigure(claim, locale);
  const name = claimName(claim, book, locale);
  const headline = headlineOfBook(book);
  const { gedaan, probleem } = shown.parse(await searchParams);
  const registrar = await tryAuthorize("claim:register");
  const mayRegister = registrar !== null && (await mayDecideConflicts(registrar, programme.id));
  const documents = await claimDocuments(grant, programme.id, claim.code);
  const later = laterThan(book, claim.code);
  const linking = { title: name, idempotencyKey: randomUUID(), claim, book };
  const address = `${base}/claims/${encodeURIComponent(claim.code)}`;
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
      >
        {mayRegister && (
          <div className="actions">
            <a
              className="button button-second"
              href={`${base}/claims/nieuw?vervangt=${encodeURIComponent(claim.code)}`}
            >
              {t("claim.replace")}
            </a>
          </div>
        )}
      </PageTitle>
      {gedaan && <Alert id="gedaan" tone="ok" announce title={t(`claim.done.${gedaan}`)} />}
      {later.length > 0 && (
        <Alert id="vervangen" tone="info" title={t("claim.replacedBy")}>
          <ul className="plain">
            {later.map((one) => (
              <li key={one.code}>
                <a href={`${base}/claims/${one.code}`}>
                  {[claimName(one, book, locale), claimFigure(one, locale)].filter(Boolean).join(": ")}
                </a>
              </li>
            ))}
          </ul>
        </Alert>
      )}
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
      <ClaimDocuments
        documents={documents}
        address={`${address}/document`}
        mayAttach={mayRegister}
        problem={probleem}
      />
      <ClaimLinks claim={claim} book={book} base={base} />
      {mayRegister && (
        <section className="section" aria-labelledby="verband">
          <h2 id="verband">{t("linking.title")}</h2>
          <p>{t("linking.text")}</p>
          <div className="cols cols-1-1">
            <div>
              <ClaimLinkForm {...linking} action={linkClaimAction.bind(null, programme.code, claim.code)} />
            </div>
            <div>
              <WithdrawLinkForm
                {...linking}
                action={withdrawLinkAction.bind(null, programme.code, claim.code)}
              />
            </div>
          </div>
        </section>
      )}
      {conflicts.length > 0 && (
        <section className="section">
          <h2 id="conflicten">{t("claim.conflicts")}</h2>
          <ConflictList conflicts={conflicts} book={book} base={base} caption={t("claim.conflicts")} />
        </section>
      )}
    </ProgrammeFrame>
  );
}
