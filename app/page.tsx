import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/shell/page-title";
import { Tag } from "@/components/signs/tag";
import { authorize } from "@/lib/auth/authorize";
import { getViewer } from "@/lib/auth/viewer";
import { decidedReading } from "@/lib/domain/claims/claim-book";
import { headlineOfBook } from "@/lib/domain/overview/headline";
import { findClaimBook } from "@/lib/queries/claims/find-claim-book";
import { listProgrammes } from "@/lib/queries/programmes/find-programme";
import { claimFigure } from "@/lib/views/claims";
import { SiteFrame } from "./site-frame";

/** What Geldstroom is, the programmes that this reader may open, and the way to their own work. */
export default async function HomePage() {
  const grant = await authorize("claims:read");
  const [viewer, programmes] = await Promise.all([getViewer(), listProgrammes(grant)]);
  const [t, locale] = [await getTranslations("home"), await getLocale()];
  const listed = await Promise.all(
    programmes.map(async (programme) => ({ programme, book: await findClaimBook(grant, programme.id) })),
  );
  return (
    <SiteFrame>
      <PageTitle title={t("title")} lead={t("lead")} />
      <section aria-labelledby="programmas">
        <h2 id="programmas">{t("programmes")}</h2>
        <ul className="plain tasks">
          {listed.map(({ programme, book }) => {
            const headline = headlineOfBook(book);
            const figure = headline && claimFigure(book.claims.need(headline.claim.code), locale);
            const open = book.conflicts.filter(
              (one) => one.kind === "source_conflict" && decidedReading(one) === null,
            );
            return (
              <li key={programme.code}>
                <div>
                  <h3>
                    <a href={`/programma/${programme.code}`}>
                      {locale === "en" ? programme.nameEn : programme.nameNl}
                    </a>
                  </h3>
                  <p>
                    {t("claim")}: {figure ?? t("noClaim")}.{" "}
                    {t("published", { claims: book.claims.all.length, conflicts: open.length })}.{" "}
                    {t("years", { from: String(programme.horizonFrom), to: String(programme.horizonTo) })}
                  </p>
                  {viewer !== null && (
                    <p>
                      <a href={`/programma/${programme.code}/werk`}>{t("work")}</a>
                    </p>
                  )}
                </div>
                {programme.isPractice && (
                  <div>
                    <Tag tone="warn">{t("practice")}</Tag>
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      </section>
      {viewer === null && (
        <section className="section" aria-labelledby="eigen-werk">
          <h2 id="eigen-werk">{t("work")}</h2>
          <p>{t("signInText")}</p>
          <p className="actions above-m">
            <a className="button" href="/inloggen">
              {t("signIn")}
            </a>
          </p>
        </section>
      )}
    </SiteFrame>
  );
}
