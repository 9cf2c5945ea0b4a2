import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BalanceForm } from "@/components/own-balance/balance-form";
import { BalanceTable } from "@/components/own-balance/balance-table";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { findBalances } from "@/lib/queries/own-balance/balances";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam } from "@/lib/views/dates";
import { balancesPath, ownLedgerPath } from "@/lib/views/own-ledger";
import { ProgrammeFrame } from "../programme-frame";
import { stateBalanceAction } from "./actions";
import "@/app/styles/own-ledger.css";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownBalance"))("title") };
}

/** What municipalities say they have spent by their own ledger, held against what was accepted. */
export default async function BalancesPage({ params, searchParams }: Props) {
  const grant = await authorize("report:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const journal = await tryAuthorize("journal:read");
  const [t, { vervang, gedaan }] = [await getTranslations("ownBalance"), await searchParams];
  const { balances, moments } = await findBalances(grant, programme.id, dateInAmsterdam(new Date()));
  const replacing = balances.find(({ id }) => id === vervang);
  const page = balancesPath(programme.code);
  const states = moments.length > 0;
  return (
    <ProgrammeFrame grant={grant} programme={programme} current="balances" crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t(states ? "lead" : "leadRead")}>
        <p className="small">
          <a href={ownLedgerPath(programme.code)}>{t("toBookings")}</a>
        </p>
      </PageTitle>
      {gedaan === "opgegeven" && (
        <Alert id="gedaan" tone="ok" title={t("done")} announce>
          <p>{t("doneText")}</p>
        </Alert>
      )}
      {balances.length > 0 ? (
        <BalanceTable
          balances={balances}
          many={grant.actor.scope !== "municipality"}
          journal={journal === null ? undefined : `/programma/${programme.code}/grootboek`}
          again={states ? page : undefined}
        />
      ) : (
        <EmptyState title={t("none")}>{t(states ? "noneText" : "noneRead")}</EmptyState>
      )}
      {states && (
        <section className="section" aria-labelledby="opgeven">
          <h2 id="opgeven">{t(replacing ? "form.titleReplace" : "form.title")}</h2>
          {replacing && (
            <p>
              <a href={page}>{t("form.instead")}</a>
            </p>
          )}
          <BalanceForm
            key={replacing?.id ?? ""}
            action={stateBalanceAction.bind(null, programme.code)}
            title={t("title")}
            idempotencyKey={randomUUID()}
            moments={moments}
            replacing={replacing}
          />
        </section>
      )}
    </ProgrammeFrame>
  );
}
