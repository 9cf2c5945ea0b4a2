import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/shell/page-title";
import { JudgeForm } from "@/components/signals/judge-form";
import { SignalState } from "@/components/signals/signal-list";
import { SignalSentence } from "@/components/signals/signal-sentence";
import { Alert } from "@/components/signs/alert";
import { Chain } from "@/components/signs/chain";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { factsText } from "@/lib/domain/signals/signal";
import { SIGNALS_DONE } from "@/lib/input/signals";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findSignal } from "@/lib/queries/signals/find-signals";
import { instant } from "@/lib/views/dates";
import { findingsPath } from "@/lib/views/findings";
import { reportPath } from "@/lib/views/reports";
import { signalsPath } from "@/lib/views/signals";
import { ProgrammeFrame } from "../../programme-frame";
import { judgeSignalAction } from "../actions";
import "@/app/styles/audit.css";

type Props = {
  params: Promise<{ programme: string; signal: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signals"))("one") };
}

/** One signal, where to look further, and what auditors made of it. */
export default async function SignalPage({ params, searchParams }: Props) {
  const grant = await authorize("signal:judge");
  const { programme: code, signal: asked } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const { signal, history } = await orNotFound(findSignal(grant, programme.id, asked));
  const [t, locale] = [await getTranslations("signals"), await getLocale()];
  const done = SIGNALS_DONE.parse((await searchParams).gedaan);
  const { streamCode, municipalityCode, year, reportId } = signal;
  const base = `/programma/${programme.code}`;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="signals"
      crumbs={[
        { label: t("title"), href: `${signalsPath(programme.code)}?jaar=${year}` },
        { label: t(`kinds.${signal.kind}`) },
      ]}
    >
      <PageTitle
        title={t("oneTitle", { kind: t(`kinds.${signal.kind}`), municipality: signal.municipalityName })}
        lead={`${signal.streamName}, ${year}`}
      >
        <SignalState signal={signal} />
      </PageTitle>
      {done && <Alert id="gedaan" tone="ok" announce title={t(`done.${done}`)} />}
      <p className="prose">
        <SignalSentence signal={signal} />
      </p>
      <p>{t(`about.${signal.kind}`)}</p>
      <ul>
        {reportId !== null && (
          <li>
            <a href={reportPath(programme.code, reportId)}>{t("toReport")}</a>
          </li>
        )}
        <li>
          <a
            href={`${base}/grootboek?geldstroom=${streamCode}&gemeente=${municipalityCode}&jaar=${year}&soort=spent`}
          >
            {t("toEntries")}
          </a>
        </li>
        <li>
          <a href={findingsPath(programme.code, "nieuw")}>{t("toFinding")}</a>
        </li>
      </ul>
      <JudgeForm
        action={judgeSignalAction.bind(null, programme.code, signal.key)}
        idempotencyKey={randomUUID()}
        facts={factsText(signal)}
      />
      <section className="section" aria-labelledby="eerder">
        <h2 id="eerder">{t("history")}</h2>
        {history.length === 0 ? (
          <p className="muted">{t("nothing")}</p>
        ) : (
          <Chain
            links={history.toReversed().map((one) => ({
              text: (
                <>
                  {t(`said.${one.judgement}`, { who: one.by })}
                  <span className="said">{one.reason}</span>
                </>
              ),
              when: instant(one.at, locale),
              at: one.at.toISOString(),
            }))}
          />
        )}
      </section>
    </ProgrammeFrame>
  );
}
