import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BrandMark } from "@/components/shell/brand-mark";
import { PageTitle } from "@/components/shell/page-title";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("errors.away"))("title") };
}

/** Stands in for every page while the database is away, and asks for that page again by itself; needs no database. */
export default async function AwayPage() {
  const t = await getTranslations("errors.away");
  return (
    <>
      <meta httpEquiv="refresh" content="5" />
      <header className="head">
        <div className="wrap">
          <div className="head-row">
            <a className="brand" href="/">
              <BrandMark />
              Geldstroom
            </a>
          </div>
        </div>
      </header>
      <div className="wrap page">
        <main id="inhoud">
          <PageTitle title={t("title")} lead={t("lead")} />
          <p>{t("text")}</p>
        </main>
      </div>
    </>
  );
}
