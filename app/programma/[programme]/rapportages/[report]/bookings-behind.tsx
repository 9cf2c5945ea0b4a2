import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { LinesBehind } from "@/components/own-ledger/lines-behind";
import { TakeOverForm } from "@/components/own-ledger/take-over-form";
import type { Grant } from "@/lib/domain/access";
import { findBookingsBehind } from "@/lib/queries/own-ledger/imports";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { ownLedgerPath } from "@/lib/views/own-ledger";
import { reportPath } from "@/lib/views/reports";
import { takeOverAction } from "../../grootboek-gemeente/actions";

type BookingsBehindProps = {
  grant: Grant<"report:read">;
  programme: ProgrammeRow;
  report: string;
  title: string;
};

/** The municipality's own bookings behind the lines of its report; nothing when none were taken in. */
export async function BookingsBehind({ grant, programme, report, title }: BookingsBehindProps) {
  const found = await findBookingsBehind(grant, programme.id, report);
  if (found.lines.length === 0 && !found.fills) return null;
  const t = await getTranslations("ownLedger.behind");
  const ledger = ownLedgerPath(programme.code);
  return (
    <section className="section" aria-labelledby="eigen-boekingen">
      <h2 id="eigen-boekingen">{t("title")}</h2>
      {found.lines.length > 0 ? (
        <LinesBehind lines={found.lines} bookings={`${reportPath(programme.code, report)}/boekingen`} />
      ) : (
        <p>{t.rich("offer", { link: (text) => <a href={`${ledger}?rapportage=${report}`}>{text}</a> })}</p>
      )}
      {found.fills && found.lines.length > 0 && (
        <TakeOverForm
          action={takeOverAction.bind(null, programme.code)}
          title={title}
          idempotencyKey={randomUUID()}
          report={report}
          version={found.header.version}
        />
      )}
    </section>
  );
}
