import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/components/signs/alert";
import { EmptyState } from "@/components/signs/empty-state";
import { AnswersForm } from "@/components/sisa/answers-form";
import { BridgeTable } from "@/components/sisa/bridge-table";
import { CbsTag } from "@/components/sisa/cbs-answer";
import { FindingList } from "@/components/sisa/finding-list";
import { IndicatorTables } from "@/components/sisa/indicator-tables";
import { PrepareForm } from "@/components/sisa/prepare-form";
import { SisaSteps } from "@/components/sisa/sisa-steps";
import { ToleranceTable } from "@/components/sisa/tolerance-table";
import { VersionList } from "@/components/sisa/version-list";
import { tryAuthorize } from "@/lib/auth/authorize";
import { standsInTheWay } from "@/lib/domain/sisa/findings";
import { correctableUntil, isBack } from "@/lib/domain/sisa/plausibility";
import { sisaDeadline } from "@/lib/domain/sisa/sisa-year";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import type { SisaYearView } from "@/lib/queries/sisa/find-sisa-year";
import { dateInAmsterdam, shortDate } from "@/lib/views/dates";
import { shownDelivered, shownNow, sisaPath } from "@/lib/views/sisa";
import { prepareSisaAction, saveSisaAnswersAction } from "./actions";
import { shownFindings } from "./shown-findings";
import { TooLate } from "./too-late";
import { YearParts } from "./year-parts";

/** More decisions than these are folded away per scheme. */
const MANY_ROWS = 8;

type Props = {
  programme: ProgrammeRow;
  municipality: { readonly id: string; readonly code: string; readonly preferredName: string };
  year: number;
  today: string;
  view: SisaYearView;
};

/** A year of one municipality: how it stands, the figures, what is added to them, and what was delivered. */
export async function SisaWhole({ programme, municipality, year, view }: Props) {
  const [t, locale] = [await getTranslations("sisa"), await getLocale()];
  const base = sisaPath(programme.code);
  const { delivered, waiting, own, changed } = view;
  const mayFill = await held("report:fill", municipality.id);
  const mayAnswer = (mayFill || (await held("report:sign", municipality.id))) && waiting === null;
  const left = view.findings.filter(standsInTheWay).length;
  // Answers are work in hand; who does not see them sees those that were delivered.
  const known = new Map((delivered?.content.rows ?? []).map((row) => [row.key, row]));
  const rows = view.rows.map((row) => {
    const shown = shownNow(row);
    const last = known.get(row.key);
    if (own || last === undefined) return shown;
    const { final, errors, uncertainties, note } = shownDelivered(last);
    return { ...shown, final, errors, uncertainties, note };
  });
  const moved = own && delivered !== null && changed.length > 0;
  const back = isBack(delivered);
  const settled = delivered !== null && !moved && !back && waiting === null;
  const subject = [programme.code, municipality.code, year] as const;
  const version = view.versions[0]?.version ?? 0;
  return (
    <>
      {!settled && (
        <SisaSteps
          left={own ? left : null}
          waiting={waiting && { version: waiting.version, by: waiting.preparedBy.name }}
          delivered={
            delivered?.decided
              ? { version: delivered.version, on: dateInAmsterdam(delivered.decided.at) }
              : null
          }
          dueOn={sisaDeadline(year)}
        />
      )}
      {waiting && (
        <Alert id="wacht" title={t("waiting.title", { version: waiting.version })}>
          <p>
            {t("waiting.text")}{" "}
            <a href={`${base}/versies/${waiting.id}`}>{t("waiting.link", { version: waiting.version })}</a>
          </p>
        </Alert>
      )}
      {delivered?.cbs && back && (
        <Alert
          id="terug"
          tone="block"
          title={t("back.title", {
            version: delivered.version,
            date: shortDate(delivered.cbs.answeredOn, locale),
          })}
        >
          <blockquote>{delivered.cbs.reason}</blockquote>
          <p>
            {t("back.text")} <a href={`${base}/versies/${delivered.id}#cbs`}>{t("back.link")}</a>
          </p>
        </Alert>
      )}
      {delivered?.decided && settled && (
        <Alert
          id="geleverd"
          tone="ok"
          title={t("delivered.title", {
            version: delivered.version,
            date: shortDate(dateInAmsterdam(delivered.decided.at), locale),
          })}
        >
          <p>
            {delivered.cbs ? <CbsTag answer={delivered.cbs.answer} /> : t("delivered.noAnswer")}{" "}
            {delivered.cbs && t("delivered.until", { date: shortDate(correctableUntil(delivered), locale) })}{" "}
            <a href={`${base}/versies/${delivered.id}`}>{t("delivered.link")}</a>
          </p>
        </Alert>
      )}
      {moved && (
        <section className="section" aria-labelledby="veranderd">
          <h2 id="veranderd">{t("changed.title", { version: delivered.version })}</h2>
          <p>
            {t("changed.text")} {view.late === null && t("changed.prepare")}
          </p>
          <BridgeTable lines={changed} />
        </section>
      )}
      {moved && view.late !== null && <TooLate reason={view.late} />}
      {rows.length === 0 ? (
        <EmptyState title={t("empty", { year: String(year) })}>{t("emptyText")}</EmptyState>
      ) : (
        <>
          <YearParts schemes={view.schemes} answers={mayAnswer} />
          <FindingList findings={await shownFindings(view.findings, programme.code)} />
          <IndicatorTables
            year={year}
            schemes={view.schemes}
            rows={rows}
            codesHref={`${base}/codes?jaar=${year}`}
            folded={rows.length > MANY_ROWS}
            allocationHref={(number) =>
              `/programma/${programme.code}/toekenningen?zoek=${encodeURIComponent(number)}`
            }
          />
          <ToleranceTable rows={rows} tolerance={view.tolerance} />
          {mayAnswer && (
            <AnswersForm
              action={saveSisaAnswersAction.bind(null, ...subject)}
              idempotencyKey={randomUUID()}
              version={view.answersVersion}
              year={year}
              adoptedOn={view.adoptedOn}
              rows={rows}
              schemes={view.schemes}
              folded={settled}
              long={rows.length > MANY_ROWS}
            />
          )}
          {mayFill &&
            waiting === null &&
            left === 0 &&
            view.late === null &&
            view.contentHash !== null &&
            (delivered === null || moved) && (
              <PrepareForm
                action={prepareSisaAction.bind(null, ...subject)}
                idempotencyKey={randomUUID()}
                version={version}
                contentHash={view.contentHash}
                corrects={delivered?.version ?? null}
              />
            )}
        </>
      )}
      <VersionList versions={view.versions} base={base} />
    </>
  );
}

async function held(permission: "report:fill" | "report:sign", municipalityId: string): Promise<boolean> {
  const grant = await tryAuthorize(permission);
  return grant?.actor.organisationIds.includes(municipalityId) ?? false;
}
