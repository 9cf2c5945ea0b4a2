import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { KeyVersion } from "@/components/distribution/key-version";
import { RunForm } from "@/components/distribution/run-form";
import { RunTable } from "@/components/distribution/run-table";
import { SubmitButton } from "@/components/forms/submit-button";
import { Headroom } from "@/components/proposals/headroom";
import { TranchePicker } from "@/components/proposals/tranche-picker";
import { AsOfFields, AsOfForm } from "@/components/reconciliation/as-of-form";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { versionAsOf } from "@/lib/domain/distribution/version-as-of";
import { NotFound } from "@/lib/domain/refusal";
import { readAsOf } from "@/lib/input/as-of";
import { findKey, runOptions } from "@/lib/queries/distribution/find-key";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { shortDate } from "@/lib/views/dates";
import { ProgrammeFrame } from "../../programme-frame";
import { runKeyAction } from "../actions";

type Props = {
  params: Promise<{ programme: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const asked = z.object({
  tranche: z.uuid().optional().catch(undefined),
  versie: z.coerce.number().int().positive().optional().catch(undefined),
  gedaan: z.enum(["gemaakt", "versie"]).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("distribution.key"))("title") };
}

export default async function KeyPage({ params, searchParams }: Props) {
  const grant = await authorize("proposal:read");
  const { programme: code, key: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const key = await orNotFound(
    z.uuid().safeParse(id).success ? findKey(grant, programme.id, id) : Promise.reject(new NotFound(id)),
  );
  const query = await searchParams;
  const { tranche, versie, gedaan } = asked.parse(query);
  const dates = readAsOf(query, new Date());
  const then = dates.typed.geldig !== "" || dates.typed.bekend !== "";
  const held = then ? versionAsOf(key.versions, dates.asOf) : (key.versions[0] ?? null);
  const version = key.versions.find((one) => one.version === versie) ?? held;
  const t = await getTranslations("distribution.key");
  const locale = await getLocale();
  const base = `/programma/${programme.code}/verdeelsleutels`;
  const options =
    version && key.mayWrite && !then
      ? await runOptions(grant, programme, key, version.definition, tranche)
      : null;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[{ label: t("keys"), href: base }, { label: key.name }]}
    >
      <PageTitle title={key.name} lead={key.stream}>
        {key.mayWrite && (
          <a className="button button-second" href={`${base}/${key.id}/wijzigen`}>
            {t("change")}
          </a>
        )}
      </PageTitle>
      {gedaan && <Alert id="gedaan" tone="ok" title={t(`done.${gedaan}`)} announce />}
      <AsOfForm label={t("asOf")} errors={dates.errors}>
        <AsOfFields typed={dates.typed} />
        <SubmitButton look="second">{t("show")}</SubmitButton>
      </AsOfForm>
      {then && version === null && <EmptyState title={t("noneHeld")}>{t("noneHeldText")}</EmptyState>}
      {version && <KeyVersion version={version} names={key.names} level={2} />}
      {version && options && (
        <section className="section" aria-labelledby="verdelen">
          <h2 id="verdelen">{t("divide", { version: version.version })}</h2>
          {options.tranches.length > 1 && (
            <TranchePicker tranches={options.tranches} chosen={options.chosen?.id} />
          )}
          {options.chosen && (
            <div className="cols cols-2-1">
              <RunForm
                action={runKeyAction.bind(null, programme.code, key.id)}
                title={key.name}
                idempotencyKey={randomUUID()}
                version={version.version}
                tranche={options.chosen}
                inputs={options.inputs}
              />
              <Headroom
                title={options.chosen.label}
                room={options.chosen.room}
                years={options.chosen.years}
              />
            </div>
          )}
        </section>
      )}
      <section className="section" aria-labelledby="berekeningen">
        <h2 id="berekeningen">{t("runs")}</h2>
        <RunTable runs={key.runs} base={base} />
      </section>
      {key.versions.length > 1 && (
        <section className="section" aria-labelledby="versies">
          <h2 id="versies">{t("history")}</h2>
          <p className="muted">{t("historyText")}</p>
          {key.versions
            .filter((one) => one !== version)
            .map((one) => (
              <details key={one.version}>
                <summary>
                  {t("versionFrom", { version: one.version, date: shortDate(one.effectiveOn, locale) })}
                </summary>
                <KeyVersion version={one} names={key.names} level={3} />
                {key.mayWrite && (
                  <p>
                    <a href={`${base}/${key.id}?versie=${one.version}`}>
                      {t("useVersion", { version: one.version })}
                    </a>
                  </p>
                )}
              </details>
            ))}
        </section>
      )}
    </ProgrammeFrame>
  );
}
