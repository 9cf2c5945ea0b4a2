import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { sentencesOf } from "@/app/submit-form";
import { SettlementForm } from "@/components/settlement/settlement-form";
import { SettlementLinks } from "@/components/settlement/settlement-links";
import { SettlementSteps } from "@/components/settlement/settlement-steps";
import { SettlementTable } from "@/components/settlement/settlement-table";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { NotFound } from "@/lib/domain/refusal";
import { findAllocation } from "@/lib/queries/allocations/find-allocation";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findSettlement } from "@/lib/queries/settlements/find-settlement";
import { shortDate } from "@/lib/views/dates";
import { ProgrammeFrame } from "../../../programme-frame";
import { reopenAction, settleAction } from "./actions";

type Props = {
  params: Promise<{ programme: string; allocation: string }>;
  searchParams: Promise<{ heropenen?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settlement"))("title") };
}

/** From the last accepted report to what is settled, recovered or still paid; settled is locked until it is reopened. */
export default async function SettlementPage({ params, searchParams }: Props) {
  const grant = await authorize("proposal:read");
  const readGrant = await authorize("allocation:read");
  const { programme: code, allocation: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const allocation = await orNotFound(
    z.uuid().safeParse(id).success
      ? findAllocation(readGrant, programme.id, id)
      : Promise.reject(new NotFound(id)),
  );
  const { facts, sum, missing, waiting, standing } = await findSettlement(grant, programme, id);
  const mayPropose = allocation.own && (await tryAuthorize("allocation:propose")) !== null;
  const [t, locale] = [await getTranslations("settlement"), await getLocale()];
  const base = `/programma/${programme.code}`;
  const here = `${base}/toekenningen/${id}`;
  const shared = { idempotencyKey: randomUUID(), sum, cancelHref: here };
  const settled = standing !== null;
  const mayReopen = mayPropose && waiting === null && settled;
  const reopening = (await searchParams).heropenen !== undefined;
  const reasons = settled ? [] : await sentencesOf(missing);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[
        { label: t("allocations"), href: `${base}/toekenningen` },
        { label: allocation.number, href: here },
        { label: t("title") },
      ]}
    >
      <PageTitle
        title={t("title")}
        lead={`${allocation.number}. ${allocation.area}, ${locale === "en" ? allocation.themeEn : allocation.themeNl}.`}
      />
      <SettlementSteps ready={missing.length === 0} waiting={waiting !== null} settled={settled} sum={sum} />
      {standing && (
        <Alert
          id="vastgesteld"
          tone="ok"
          title={t("settledTitle", { date: shortDate(standing.decisionOn, locale) })}
        >
          <p>{t("settledText", { number: standing.decisionNumber })}</p>
        </Alert>
      )}
      {waiting && (
        <Alert id="wacht" title={t(waiting.kind === "settlement" ? "waitingTitle" : "reopeningTitle")}>
          <p>
            <a href={`${base}/voorstellen/${waiting.id}`}>{t("waitingLink", { number: waiting.number })}</a>
          </p>
        </Alert>
      )}
      {reasons.length > 0 && (
        <Alert id="nog-niet" tone="block" title={t("notYetTitle")}>
          <ul>
            {reasons.map(({ message, lift }) => (
              <li key={message}>
                {message} {lift?.href ? <a href={lift.href}>{lift.text}</a> : lift?.text}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <div className="cols cols-2-1">
        <section aria-labelledby="berekening">
          <h2 id="berekening">{t(settled ? "sum" : "sumNow")}</h2>
          <SettlementTable sum={sum} years={facts.spent} />
          <p className="small muted above-s">{t("rule")}</p>
        </section>
        <SettlementLinks
          base={base}
          allocationId={id}
          settled={settled}
          sum={sum}
          payable={mayPropose}
          proposal={standing?.id ?? null}
        />
      </div>
      {mayPropose && waiting === null && !settled && missing.length === 0 && (
        <SettlementForm
          {...shared}
          kind="settlement"
          action={settleAction.bind(null, programme.code, id)}
          legalSource={null}
        />
      )}
      {mayReopen && !reopening && (
        <p className="section">
          <a href="?heropenen=ja#besluit-vaststelling">{t("reopen")}</a>
        </p>
      )}
      {mayReopen && reopening && (
        <SettlementForm
          {...shared}
          kind="reopening"
          action={reopenAction.bind(null, programme.code, id)}
          legalSource={null}
        />
      )}
    </ProgrammeFrame>
  );
}
