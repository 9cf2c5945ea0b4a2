import { getTranslations } from "next-intl/server";
import { ProgrammeEntry } from "@/components/home/programme-entry";
import { PageTitle } from "@/components/shell/page-title";
import { authorize } from "@/lib/auth/authorize";
import { getViewer } from "@/lib/auth/viewer";
import { findClaimBook } from "@/lib/queries/claims/find-claim-book";
import { listProgrammes } from "@/lib/queries/programmes/find-programme";
import { SiteFrame } from "./site-frame";
import { WaitingForYou } from "./waiting-for-you";

/** What Geldstroom is, the programmes that this reader may open, and the way to their own work. */
export default async function HomePage() {
  const grant = await authorize("claims:read");
  const [viewer, programmes] = await Promise.all([getViewer(), listProgrammes(grant)]);
  const t = await getTranslations("home");
  const listed = await Promise.all(
    programmes.map(async (programme) => ({ programme, book: await findClaimBook(grant, programme.id) })),
  );
  return (
    <SiteFrame>
      <PageTitle title={t("title")} lead={t("lead")} />
      {viewer === null && (
        <p className="actions">
          <a className="button" href="/inloggen">
            {t("signIn")}
          </a>
          <span className="muted">{t("signInText")}</span>
        </p>
      )}
      {viewer !== null &&
        programmes.map((programme) => <WaitingForYou key={programme.code} programme={programme} />)}
      <div className="section">
        {listed.map(({ programme, book }) => (
          <ProgrammeEntry key={programme.code} programme={programme} book={book} works={viewer !== null} />
        ))}
      </div>
    </SiteFrame>
  );
}
