import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { SiteFrame } from "@/app/site-frame";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { SessionTable } from "@/components/admin/session-table";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize } from "@/lib/auth/authorize";
import { IDLE_SECONDS } from "@/lib/auth/session-settings";
import { findSessions } from "@/lib/queries/people/people";
import { endSessionAction } from "../mensen/actions";

type Props = { searchParams: Promise<{ gedaan?: string | string[] }> };
const DONE = z.literal("sessie").optional().catch(undefined);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.sessions"))("title") };
}

export default async function SessionsPage({ searchParams }: Props) {
  const grant = await authorize("people:manage");
  const sessions = await findSessions(grant, IDLE_SECONDS);
  const t = await getTranslations("admin");
  return (
    <SiteFrame current="administration" crumbs={[{ label: t("sessions.title") }]}>
      <PageTitle title={t("sessions.title")} lead={t("sessions.lead", { count: sessions.length })} />
      <AdminTabs current="sessions" />
      {DONE.parse((await searchParams).gedaan) && (
        <Alert id="gedaan" tone="ok" announce title={t("sessions.ended")} />
      )}
      {sessions.length === 0 ? (
        <EmptyState title={t("sessions.empty")}>{t("sessions.emptyText")}</EmptyState>
      ) : (
        <SessionTable
          sessions={sessions}
          end={({ id, personId, name }) => (
            <ActionForm
              action={endSessionAction.bind(null, "sessions", personId)}
              title={t("sessions.title")}
              refusal={t("form.refusal")}
              prefix={`sessie-${id.slice(0, 8)}-`}
            >
              <HiddenField name="session" value={id} />
              <SubmitButton look="quiet">
                {t("sessions.end")}
                <span className="hidden"> {name}</span>
              </SubmitButton>
            </ActionForm>
          )}
        />
      )}
    </SiteFrame>
  );
}
