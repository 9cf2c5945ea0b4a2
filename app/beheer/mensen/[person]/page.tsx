import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { SiteFrame } from "@/app/site-frame";
import { DeputyPanel } from "@/components/admin/deputy-panel";
import { RoleFields } from "@/components/admin/role-fields";
import { SessionTable } from "@/components/admin/session-table";
import { ShownOnce } from "@/components/admin/shown-once";
import { AuditTable } from "@/components/audit-log/audit-table";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { StatusTag } from "@/components/signs/status-tag";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { IDLE_SECONDS } from "@/lib/auth/session-settings";
import { NotFound } from "@/lib/domain/refusal";
import { findAuditLinesOf } from "@/lib/queries/audit-log/find-lines";
import { findDeputies, findOrganisations, findPerson } from "@/lib/queries/people/people";
import { shortDate } from "@/lib/views/dates";
import {
  accessAction,
  endAllSessionsAction,
  endDeputyAction,
  endRoleAction,
  endSessionAction,
  grantRoleAction,
  makeDeputyAction,
  resetPasswordAction,
} from "../actions";

type Props = {
  params: Promise<{ person: string }>;
  searchParams: Promise<{ gedaan?: string | string[] }>;
};
const DONE = z
  .enum(["rol", "rol-einde", "uit", "aan", "sessie", "sessies", "waarneming", "waarneming-einde"])
  .optional()
  .catch(undefined);

async function load(params: Props["params"]) {
  const grant = await authorize("people:manage");
  const { person: id } = await params;
  const known = z.uuid().safeParse(id).success;
  const person = await orNotFound(
    known ? findPerson(grant, id, IDLE_SECONDS) : Promise.reject(new NotFound("person")),
  );
  return { grant, person };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(params)).person.name };
}

/** One person: roles, access, sessions, and what was recorded. Every change is a form of its own. */
export default async function PersonPage({ params, searchParams }: Props) {
  const { grant, person } = await load(params);
  const log = await authorize("audit-log:read");
  const [organisations, deputies, lines] = await Promise.all([
    findOrganisations(grant),
    findDeputies(grant, person.id),
    findAuditLinesOf(log, person.id, 20),
  ]);
  const [t, locale] = [await getTranslations("admin"), await getLocale()];
  const roles = await getTranslations("shell.roles");
  const done = DONE.parse((await searchParams).gedaan);
  const refusal = t("form.refusal");
  return (
    <SiteFrame
      current="administration"
      crumbs={[{ label: t("people.title"), href: "/beheer" }, { label: person.name }]}
    >
      <PageTitle title={person.name} lead={person.email ?? undefined}>
        <StatusTag
          kind="account"
          status={person.accountId === null ? "none" : person.disabled ? "disabled" : "active"}
        />
      </PageTitle>
      {done && <Alert id="gedaan" tone="ok" announce title={t(`person.done.${done}`)} />}
      <div className="cols cols-1-1">
        <section aria-labelledby="rollen">
          <h2 id="rollen">{t("person.roles")}</h2>
          {person.roles.length === 0 ? (
            <p className="muted">{t("people.noRoles")}</p>
          ) : (
            <ul className="plain tasks">
              {person.roles.map(({ id, role, organisation, since }) => (
                <li key={id}>
                  <div>
                    {t("people.roleAt", { role: roles(role), organisation })}
                    <p>{t("person.roleSince", { date: shortDate(since, locale) })}</p>
                  </div>
                  <ActionForm
                    action={endRoleAction.bind(null, person.id)}
                    title={person.name}
                    refusal={refusal}
                    prefix={`rol-${id}-`}
                  >
                    <HiddenField name="roleId" value={id} />
                    <SubmitButton look="quiet">
                      {t("person.endRole")}
                      <span className="hidden"> {roles(role)}</span>
                    </SubmitButton>
                  </ActionForm>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="rol-geven">
          <h2 id="rol-geven">{t("person.grantTitle")}</h2>
          <ActionForm
            action={grantRoleAction.bind(null, person.id)}
            title={person.name}
            refusal={refusal}
            prefix="geef-"
          >
            <HiddenField name="idempotencyKey" value={randomUUID()} />
            <RoleFields organisations={organisations} />
            <div className="actions">
              <SubmitButton look="second">{t("form.grant")}</SubmitButton>
            </div>
          </ActionForm>
        </section>
      </div>
      <DeputyPanel
        title={person.name}
        file={deputies}
        idempotencyKey={randomUUID()}
        make={makeDeputyAction.bind(null, person.id)}
        end={endDeputyAction.bind(null, person.id)}
      />
      {person.accountId !== null && (
        <div className="cols cols-1-1 section">
          <section aria-labelledby="toegang">
            <h2 id="toegang">{t("person.access")}</h2>
            <p>{t("person.disableText")}</p>
            <ActionForm
              action={accessAction.bind(null, person.id)}
              title={person.name}
              refusal={refusal}
              prefix="toegang-"
            >
              <HiddenField name="access" value={person.disabled ? "aan" : "uit"} />
              <SubmitButton look="second">
                {t(person.disabled ? "person.enable" : "person.disable")}
              </SubmitButton>
            </ActionForm>
          </section>
          <section aria-labelledby="wachtwoord">
            <h2 id="wachtwoord">{t("person.password")}</h2>
            <p>{t("person.passwordText")}</p>
            <ActionForm
              action={resetPasswordAction.bind(null, person.id)}
              title={person.name}
              refusal={refusal}
              prefix="wachtwoord-"
            >
              <ShownOnce title={t("person.passwordShown")} link="" />
              <SubmitButton look="second">{t("person.passwordMake")}</SubmitButton>
            </ActionForm>
          </section>
        </div>
      )}
      <section className="section" aria-labelledby="sessies">
        <h2 id="sessies">{t("person.sessions")}</h2>
        {person.sessions.length === 0 ? (
          <p className="muted">{t("person.noSessions")}</p>
        ) : (
          <>
            <SessionTable
              sessions={person.sessions}
              end={({ id }) => (
                <ActionForm
                  action={endSessionAction.bind(null, "person", person.id)}
                  title={person.name}
                  refusal={refusal}
                  prefix={`sessie-${id.slice(0, 8)}-`}
                >
                  <HiddenField name="session" value={id} />
                  <SubmitButton look="quiet">{t("sessions.end")}</SubmitButton>
                </ActionForm>
              )}
            />
            <div className="above-m">
              <ActionForm
                action={endAllSessionsAction.bind(null, person.id)}
                title={person.name}
                refusal={refusal}
                prefix="alle-"
              >
                <SubmitButton look="second">{t("person.endAll")}</SubmitButton>
              </ActionForm>
            </div>
          </>
        )}
      </section>
      {lines.length > 0 && (
        <section className="section" aria-labelledby="vastgelegd">
          <h2 id="vastgelegd">{t("person.history")}</h2>
          <AuditTable lines={lines} />
        </section>
      )}
    </SiteFrame>
  );
}
