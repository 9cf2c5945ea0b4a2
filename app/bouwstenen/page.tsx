import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SiteFrame } from "@/app/site-frame";
import { Actions, Messages } from "@/components/sheet/actions";
import { ByYear } from "@/components/sheet/by-year";
import { Conflict } from "@/components/sheet/conflict";
import { AreasOnMap, Flow } from "@/components/sheet/drawings";
import { Inputs } from "@/components/sheet/inputs";
import { Lists } from "@/components/sheet/lists";
import { Colours, Statuses, Type } from "@/components/sheet/looks";
import { Figures, Sum } from "@/components/sheet/sums";
import { PageTitle } from "@/components/shell/page-title";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sheet");
  return { title: t("title") };
}

/** Every sign that screens are made of, on one sheet. Also what tests of looks and contrast go by. */
export default async function BuildingBlocksPage() {
  const t = await getTranslations("sheet");
  const crumbs = [{ label: "Geldstroom", href: "/" }, { label: t("title") }];
  return (
    <SiteFrame crumbs={crumbs} practice>
      <PageTitle title={t("title")} lead={t("lead")} />
      <Colours />
      <Type />
      <Statuses />
      <Figures />
      <Sum />
      <Conflict />
      <Actions />
      <Messages />
      <Inputs />
      <Lists />
      <Flow />
      <AreasOnMap />
      <ByYear />
    </SiteFrame>
  );
}
