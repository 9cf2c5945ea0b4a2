import { recordAudit } from "@/lib/db/audit";
import { isoDate } from "@/lib/db/dates";
import { once } from "@/lib/db/idempotency";
import { writeReportEvent } from "@/lib/db/reports/report-events";
import { addMissingLines } from "@/lib/db/reports/write-lines";
import { inContext, type Tx } from "@/lib/db/transaction";
import { requireWindowOpen } from "@/lib/db/windows/window-open";
import type { Grant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import type { OpenReportInput } from "@/lib/input/report";
import { dateInAmsterdam } from "@/lib/views/dates";

/**
 * Opens the report of one's own municipality for a window, with a line per area and theme that has an allocation. When
 * it is open already, that one is given back: there is one report per window.
 * @throws NotFound, Refusal `not_open` before the window opens, `window_closed` after it closed
 */
export async function openReport(
  grant: Grant<"report:fill">,
  { idempotencyKey, window: windowId, municipality }: OpenReportInput,
): Promise<string> {
  const { actor } = grant;
  if (!actor.organisationIds.includes(municipality)) throw new NotFound(municipality);
  const call = { key: idempotencyKey, action: "report.open", input: { windowId, municipality } };
  const { id } = await inContext(actor, (tx) =>
    once(tx, actor, call, async () => {
      const known = await tx.report.findFirst({
        where: { windowId, municipalityId: municipality },
        select: { id: true },
      });
      if (known !== null) return known;
      const { programmeId, number } = await numberFor(tx, windowId, municipality);
      const [made] = await tx.$queryRaw<{ id: string }[]>`
        INSERT INTO report (window_id, municipality_id, number)
        VALUES (${windowId}::uuid, ${municipality}::uuid, ${number}) ON CONFLICT DO NOTHING RETURNING id::text`;
      if (made === undefined) {
        // A colleague opened it in the same moment.
        return tx.report.findFirstOrThrow({
          where: { windowId, municipalityId: municipality },
          select: { id: true },
        });
      }
      const report = { id: made.id, windowId, municipalityId: municipality };
      await addMissingLines(tx, report);
      await writeReportEvent(tx, actor, { report, version: 1, action: "opened" });
      await recordAudit(tx, actor, {
        action: "report.opened",
        programmeId,
        municipalityId: municipality,
        subjectKind: "report",
        subjectId: made.id,
      });
      return { id: made.id };
    }),
  );
  return id;
}

/** The number follows from window and municipality, so that it says nothing about how many reports others made. */
async function numberFor(tx: Tx, windowId: string, municipalityId: string) {
  const window = await tx.reportingWindow.findUnique({
    where: { id: windowId },
    include: { programme: true },
  });
  if (window === null) throw new NotFound(windowId);
  const allocated = await tx.allocation.count({
    where: {
      municipalityId,
      programmeId: window.programmeId,
      trancheId: window.trancheId,
      decisionOn: { lte: window.endsOn },
    },
  });
  if (allocated === 0) throw new NotFound(windowId);
  if (isoDate(window.opensOn) > dateInAmsterdam(new Date())) throw new Refusal("not_open");
  await requireWindowOpen(tx, { windowId, municipalityId, reportId: null });
  const { code } = await tx.organisation.findUniqueOrThrow({
    where: { id: municipalityId },
    select: { code: true },
  });
  return {
    programmeId: window.programmeId,
    number: `${window.programme.numberPrefix}-R-${window.code}-${code}`,
  };
}
