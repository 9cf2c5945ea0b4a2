import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { instant } from "@/lib/views/dates";

export interface FeedLine {
  readonly id: string;
  readonly municipalityName: string | null;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

/** One's own calendar addresses; the secret itself is shown nowhere any more. */
export function FeedTable({ feeds, revoke }: { feeds: readonly FeedLine[]; revoke: FormAction }) {
  const t = useTranslations("windows.calendar");
  const locale = useLocale();
  if (feeds.length === 0) return <p className="muted">{t("none")}</p>;
  return (
    <table className="compact table-narrow">
      <caption className="hidden">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("made")}</th>
          <th scope="col">{t("scope")}</th>
          <th scope="col">{t("state")}</th>
        </tr>
      </thead>
      <tbody>
        {feeds.map((feed) => (
          <tr key={feed.id}>
            <th scope="row" className="tnum">
              {instant(feed.createdAt, locale)}
            </th>
            <td>{feed.municipalityName ?? t("all")}</td>
            <td>
              {feed.revokedAt === null ? (
                <ActionForm action={revoke} title={t("title")} refusal={t("refusal")} prefix={`${feed.id}-`}>
                  {t("works")} <HiddenField name="feedId" value={feed.id} />
                  <SubmitButton look="quiet">
                    {t("revoke")}
                    <span className="hidden">
                      {" "}
                      {t("revokeOf", { date: instant(feed.createdAt, locale) })}
                    </span>
                  </SubmitButton>
                </ActionForm>
              ) : (
                t("revoked", { date: instant(feed.revokedAt, locale) })
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
