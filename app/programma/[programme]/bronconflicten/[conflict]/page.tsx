import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ClaimTable } from "@/components/claims/claim-table";
import { ConflictAnswerForm } from "@/components/claims/conflict-answer-form";
import { ConflictDecisionForm } from "@/components/claims/conflict-decision-form";
import { CheckFigures, Readings } from "@/components/claims/conflict-figures";
import { ConflictHistory } from "@/components/claims/conflict-history";
import { SubmitButton } from "@/components/forms/submit-button";
import { AsOfForm, KnownField } from "@/components/reconciliation/as-of-form";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { ConflictBlock } from "@/components/signs/conflict-block";
import { StatusTag } from "@/components/signs/status-tag";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import type { ClaimGrain, ClaimStatus } from "@/lib/domain/claims/claim";
import { checkOf, choicesOf, decidedReading, OPEN } from "@/lib/domain/claims/claim-book";
import { conflictState, hasLapsed, supersededBy, waitingDecision } from "@/lib/domain/claims/conflict-state";
import { headlineOfBook } from "@/lib/domain/overview/headline";
import { NotFound } from "@/lib/domain/refusal";
import { readAsOf } from "@/lib/input/as-of";
import { findClaimBook } from "@/lib/queries/claims/find-claim-book";
import { mayDecideConflicts } from "@/lib/queries/claims/may-decide";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { claimName } from "@/lib/views/claims";
import { instant } from "@/lib/views/dates";
import { placeText } from "@/lib/views/place-words";
import { readingNames } from "../../claim-words";
import { ProgrammeFrame } from "../../programme-frame";
import { answerDecisionAction, proposeDecisionAction } from "./actions";

type Props = {
  params: Promise<{ programme: string; conflict: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const DONE = z.enum(["voorgesteld", "beslist", "teruggegeven"]).optional().catch(undefined);

async function load(params: Props["params"], knownAt?: string) {
  const grant = await authorize("claims:read");
  const { programme: code, conflict: asked } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const book = await findClaimBook(grant, programme.id, knownAt);
  const conflict = book.conflicts.find((one) => one.code === asked);
  if (conflict === undefined) return orNotFound(Promise.reject(new NotFound("conflict")));
  return { grant, programme, book, conflict };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { conflict } = await load(params);
  return { title: (await getLocale()) === "en" ? conflict.titleEn : conflict.titleNl };
}

/** What sources say that cannot all be true, computed from the claims, with who decided what about it. */
export default async function ConflictPage({ params, searchParams }: Props) {
  const query = await searchParams;
  const dates = readAsOf(query, new Date());
  const then = dates.typed.bekend !== "";
  const { grant, programme, book, conflict } = await load(params, then ? dates.asOf.knownAt : undefined);
  const [t, locale] = [await getTranslations("claims"), await getLocale()];
  const base = `/programma/${programme.code}`;
  const english = locale === "en";
  const title = english ? conflict.titleEn : conflict.titleNl;
  const treatment = english ? conflict.treatmentEn : conflict.treatmentNl;
  const check = checkOf(book, conflict);
  const choices = choicesOf(book, conflict);
  const readings = conflict.kind === "finding" ? (check?.readings ?? []) : choices;
  const names = new Map([
    ...(check?.readings ?? []).map(
      ({ code }) => [code, book.claims.find(code) === null ? t(`reading.${code}`) : code] as const,
    ),
    ...(await readingNames(book, conflict)),
  ]);
  const chosen = decidedReading(conflict);
  const decider = conflict.kind === "source_conflict" ? await tryAuthorize("conflict:decide") : null;
  const mayDecide = !then && decider !== null && (await mayDecideConflicts(decider, programme.id));
  const asked = conflict.kind === "source_conflict" ? await tryAuthorize("conflict:agree") : null;
  const answerer = asked !== null && (await mayDecideConflicts(asked, programme.id)) ? asked : null;
  const waiting = waitingDecision(conflict);
  const replacedBy = conflict.kind === "source_conflict" ? supersededBy(book, conflict) : null;
  const superseded = replacedBy === null ? null : book.claims.find(replacedBy);
  const lapsed = superseded === null && hasLapsed(book, conflict);
  const done = DONE.parse(query.gedaan);
  const headline = headlineOfBook(book);
  const band = readings.some(({ rounds }) => rounds !== null) ? (headline?.band ?? null) : null;
  const meta =
    conflict.place === null
      ? t("conflict.metaCode", { code: conflict.code })
      : t("conflict.meta", { place: placeText(conflict.place, locale), code: conflict.code });
  const nameOf = (code: string) => (code === OPEN ? "" : (names.get(code) ?? code));
  const claims = conflict.claims.flatMap((code) => book.claims.find(code) ?? []);
  const shown = (
    <Readings
      choices={readings.map((one) => ({ claim: null, ...one }))}
      names={names}
      calculations={
        new Map(
          (check?.readings ?? []).flatMap(({ code, calculation }) =>
            calculation === null ? [] : [[code, calculation]],
          ),
        )
      }
      chosen={chosen}
      band={band === null || headline === null ? null : { ...band, middle: headline.claim.amount }}
    />
  );
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="claims"
      crumbs={[
        { label: t("list.title"), href: `${base}/claims` },
        { label: t("conflicts.title"), href: `${base}/bronconflicten` },
        { label: conflict.code },
      ]}
    >
      <PageTitle title={title} lead={english ? conflict.textEn : conflict.textNl}>
        <StatusTag kind="finding" status={conflict.severity} />
      </PageTitle>
      {done && <Alert id="gedaan" tone="ok" announce title={t(`conflict.done.${done}`)} />}
      <AsOfForm label={t("conflicts.asOf")} errors={dates.errors}>
        <KnownField typed={dates.typed} />
        <SubmitButton look="second">{t("conflicts.show")}</SubmitButton>
      </AsOfForm>
      {then && (
        <Alert
          id="stand"
          tone="info"
          title={t("conflicts.then", { at: instant(new Date(dates.asOf.knownAt), locale) })}
        />
      )}
      {conflict.kind === "source_conflict" ? (
        <ConflictBlock
          id="lezingen"
          title={t("conflict.readings")}
          state={conflictState(book, conflict)}
          meta={meta}
          footer={
            chosen === null ? t("conflict.openFoot") : t("conflict.decidedFoot", { reading: nameOf(chosen) })
          }
        >
          {shown}
        </ConflictBlock>
      ) : (
        <>
          <p className="muted small">{meta}</p>
          {readings.length > 0 && (
            <section className="first-section">
              <h2 id="lezingen">{t("conflict.readings")}</h2>
              {shown}
            </section>
          )}
          {check !== null && check.decidedWith !== null && (
            <p>
              {t.rich("conflict.with", {
                link: () => <a href={`${base}/bronconflicten/${check.decidedWith}`}>{check.decidedWith}</a>,
              })}
            </p>
          )}
        </>
      )}
      {check !== null && (
        <CheckFigures
          check={check}
          listed={(listing, value) => {
            if (listing === "grain") return t(`grain.${value as ClaimGrain}`);
            if (listing === "status") return t(`status.${value as ClaimStatus}`);
            const claim = book.claims.find(value);
            if (claim !== null)
              return <a href={`${base}/claims/${claim.code}`}>{claimName(claim, book, locale)}</a>;
            return book.municipalities.find(({ code }) => code === value)?.name ?? value.replaceAll("_", " ");
          }}
        />
      )}
      {treatment !== null && (
        <section className="section" aria-labelledby="behandeling">
          <h2 id="behandeling">{t("conflict.treatment")}</h2>
          <p>{treatment}</p>
        </section>
      )}
      {superseded !== null && (
        <Alert id="vervangen" tone="info" title={t("conflict.supersededTitle")}>
          <a href={`${base}/claims/${superseded.code}`}>{claimName(superseded, book, locale)}</a>
        </Alert>
      )}
      {lapsed && (
        <Alert id="vervallen" tone="info" title={t("conflict.lapsedTitle")}>
          <p>{t("conflict.lapsedText")}</p>
        </Alert>
      )}
      {waiting !== null && (
        <ConflictAnswerForm
          action={answerDecisionAction.bind(null, programme.code, conflict.code)}
          title={title}
          idempotencyKey={randomUUID()}
          proposed={waiting}
          reading={nameOf(waiting.reading) || t("conflict.leaveOpen")}
          own={waiting.byId === answerer?.actor.personId}
          mayAnswer={answerer !== null}
        />
      )}
      {mayDecide && waiting === null && superseded === null && !lapsed && (
        <ConflictDecisionForm
          action={proposeDecisionAction.bind(null, programme.code, conflict.code)}
          title={title}
          idempotencyKey={randomUUID()}
          choices={choices.map(({ code }) => ({ code, label: nameOf(code) }))}
          chosen={chosen}
          seen={conflict.decisions.length}
        />
      )}
      <ConflictHistory conflict={conflict} nameOf={nameOf} />
      {claims.length > 0 && (
        <section className="section">
          <h2 id="rust-op">{t("conflict.claims")}</h2>
          <ClaimTable claims={claims} book={book} base={base} caption={t("conflict.claims")} />
        </section>
      )}
    </ProgrammeFrame>
  );
}
