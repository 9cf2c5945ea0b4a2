import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { PageTitle } from "@/components/shell/page-title";
import { FeedAddress } from "@/components/windows/feed-address";
import { FeedTable } from "@/components/windows/feed-table";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { listFeeds } from "@/lib/queries/windows/windows";
import { WindowFrame } from "../window-frame";
import { makeFeedAction, revokeFeedAction } from "./actions";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<{ gedaan?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("windows.calendar"))("title") };
}

/** Secret addresses for one's own calendar. */
export default async function CalendarPage({ params, searchParams }: Props) {
  const grant = await authorize("report:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const [t, locale] = [await getTranslations("windows.calendar"), await getLocale()];
  const feeds = await listFeeds(grant, programme.id);
  return (
    <WindowFrame
      grant={grant}
      programme={programme}
      current="calendar"
      crumb={t("title")}
      heading={<PageTitle title={t("title")} lead={t("lead")} />}
      done={(await searchParams).gedaan}
    >
      <section className="section" aria-labelledby="nieuw">
        <h2 id="nieuw">{t("make")}</h2>
        <p>{t("makeText")}</p>
        <ActionForm
          action={makeFeedAction.bind(null, programme.code)}
          title={t("title")}
          refusal={t("refusal")}
        >
          <HiddenField name="language" value={locale} />
          <FeedAddress title={t("shown")} />
          <div className="actions">
            <SubmitButton>{t("submit")}</SubmitButton>
          </div>
        </ActionForm>
      </section>
      <section className="section" aria-labelledby="adressen">
        <h2 id="adressen">{t("own")}</h2>
        <FeedTable feeds={feeds} revoke={revokeFeedAction.bind(null, programme.code)} />
      </section>
    </WindowFrame>
  );
}
