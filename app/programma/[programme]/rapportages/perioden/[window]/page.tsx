import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { PageTitle } from "@/components/shell/page-title";
import { StatusTag } from "@/components/signs/status-tag";
import { AskExceptionForm } from "@/components/windows/ask-exception-form";
import { ChangeWindowForm } from "@/components/windows/change-window-form";
import { ExceptionTable } from "@/components/windows/exception-table";
import { WindowHistory } from "@/components/windows/window-history";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { windowState } from "@/lib/domain/windows/reporting-window";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findWindow, listExceptionPlaces } from "@/lib/queries/windows/windows";
import { dateInAmsterdam } from "@/lib/views/dates";
import { askExceptionAction, changeWindowAction } from "../actions";
import { ExceptionDecider } from "../exception-decider";
import { WindowFrame } from "../window-frame";
import { WindowFacts } from "./window-facts";

type Props = {
  params: Promise<{ programme: string; window: string }>;
  searchParams: Promise<{ gedaan?: string | string[] }>;
};

const load = cache(async (code: string, id: string) => {
  const grant = await authorize("report:read");
  const programme = await orNotFound(findProgramme(grant, code));
  const found = await orNotFound(findWindow(grant, programme.id, id));
  const { streamName, year, period, periods } = found.window;
  const name = (await getTranslations("windows"))("name", { year: String(year), period, periods });
  return { grant, programme, ...found, title: `${streamName}, ${name}` };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { programme, window } = await params;
  return { title: (await load(programme, window)).title };
}

/** One window: its dates, who is excepted and why, and what was changed. */
export default async function WindowPage({ params, searchParams }: Props) {
  const { programme: code, window: id } = await params;
  const { grant, programme, window, changes, exceptions, title } = await load(code, id);
  const [manager, asker, decider] = [
    await tryAuthorize("window:manage"),
    await tryAuthorize("exception:request"),
    await tryAuthorize("exception:decide"),
  ];
  const t = await getTranslations("windows.exception");
  const now = new Date();
  const today = dateInAmsterdam(now);
  const asks = asker !== null && (asker.actor.scope === "municipality" || window.owned);
  const places = asks && asker !== null ? await listExceptionPlaces(asker, window.id) : [];
  return (
    <WindowFrame
      grant={grant}
      programme={programme}
      crumb={title}
      heading={
        <PageTitle title={title} lead={window.trancheName}>
          <StatusTag kind="window" status={windowState(window, today, now)} />
        </PageTitle>
      }
      done={(await searchParams).gedaan}
    >
      <WindowFacts window={window} programme={programme.code} now={now} />
      <section className="section" aria-labelledby="uitzonderingen">
        <h2 id="uitzonderingen">{t("ofWindow")}</h2>
        <ExceptionTable
          rows={exceptions}
          today={today}
          decider={(row) => (
            <ExceptionDecider
              row={row}
              programme={programme.code}
              today={today}
              actor={decider?.actor ?? null}
              back={window.id}
            />
          )}
        />
      </section>
      {places.length > 0 && (
        <AskExceptionForm
          action={askExceptionAction.bind(null, programme.code)}
          idempotencyKey={randomUUID()}
          windowId={window.id}
          places={places}
          title={title}
        />
      )}
      {manager !== null && window.owned && (
        <ChangeWindowForm
          action={changeWindowAction.bind(null, programme.code)}
          idempotencyKey={randomUUID()}
          window={window}
          title={title}
        />
      )}
      <WindowHistory changes={changes} />
    </WindowFrame>
  );
}
