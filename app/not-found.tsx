import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/shell/page-title";
import { SiteFrame } from "./site-frame";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors.notFound");
  return { title: t("title") };
}

/** The same for what is not there and for what this reader may not see. */
export default async function NotFound() {
  const t = await getTranslations("errors.notFound");
  return (
    <SiteFrame>
      <PageTitle title={t("title")} lead={t("lead")} />
      <div className="prose">
        <ul>
          <li>{t("check")}</li>
          <li>{t.rich("signIn", { link: (text) => <a href="/inloggen">{text}</a> })}</li>
          <li>{t.rich("home", { link: (text) => <a href="/">{text}</a> })}</li>
        </ul>
      </div>
    </SiteFrame>
  );
}
