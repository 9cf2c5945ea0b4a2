import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SiteFrame } from "@/app/site-frame";
import { PageTitle } from "@/components/shell/page-title";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accessibility");
  return { title: t("title") };
}

const CHECKED = ["axe", "keyboard", "script", "width", "charts", "colour", "contrast"] as const;
const UNKNOWN = ["reader", "screen", "wide"] as const;

export default async function AccessibilityPage() {
  const t = await getTranslations("accessibility");
  return (
    <SiteFrame crumbs={[{ label: "Geldstroom", href: "/" }, { label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <div className="prose">
        <h2>{t("goal.title")}</h2>
        <p>{t("goal.text")}</p>
        <h2>{t("state.title")}</h2>
        <p>{t("state.text")}</p>
        <ul>
          {CHECKED.map((key) => (
            <li key={key}>{t(`state.list.${key}`)}</li>
          ))}
        </ul>
        <h2>{t("open.title")}</h2>
        <ul>
          {UNKNOWN.map((key) => (
            <li key={key}>{t(`open.list.${key}`)}</li>
          ))}
        </ul>
        <h2>{t("report.title")}</h2>
        <p>{t("report.text")}</p>
        <h2>{t("sheet.title")}</h2>
        <p>{t.rich("sheet.text", { link: (text) => <a href="/bouwstenen">{text}</a> })}</p>
      </div>
    </SiteFrame>
  );
}
