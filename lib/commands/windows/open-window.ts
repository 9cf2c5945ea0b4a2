import { recordAudit } from "@/lib/db/audit";
import { dateOf } from "@/lib/db/dates";
import { once } from "@/lib/db/idempotency";
import { inContext } from "@/lib/db/transaction";
import { readKnownWindows, readOwnTranches } from "@/lib/db/windows/read-windows";
import type { Grant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { PERIODS_OF, periodDays, windowCode } from "@/lib/domain/windows/period";
import { openingReasons } from "@/lib/domain/windows/window-reasons";
import type { OpenWindowInput } from "@/lib/input/window";
import { closingMoment } from "./closing-moment";

/** Opens a window in a tranche of the officer's own ministry. @throws NotFound, Refusal `blocked` with every reason */
export async function openWindow(
  { actor }: Grant<"window:manage">,
  { idempotencyKey: key, ...input }: OpenWindowInput & { readonly programmeId: string },
): Promise<string> {
  const { id } = await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "window.open", input }, async () => {
      const tranche = (await readOwnTranches(tx, input.programmeId)).find(
        ({ id: own }) => own === input.trancheId,
      );
      if (tranche === undefined) throw new NotFound(input.trancheId);
      // Two officers who open at once wait for each other, as the guard of the database does.
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${tranche.id}, 11))::text`;
      const { year, opensOn, dueOn } = input;
      const choice = { year, ...input.period };
      const code = windowCode(tranche.streamCode, tranche.code, choice);
      const closesAt = closingMoment(input);
      const days = periodDays(choice);
      const reasons = openingReasons(
        { code, year, ...days, opensOn, dueOn, closesAt },
        { ...tranche, others: await readKnownWindows(tx, tranche.id), now: new Date() },
      );
      if (reasons.length > 0) throw new Refusal("blocked", {}, reasons);
      const made = await tx.reportingWindow.create({
        data: {
          programmeId: input.programmeId,
          streamId: tranche.streamId,
          trancheId: tranche.id,
          code,
          year,
          period: choice.period,
          periods: PERIODS_OF[choice.kind],
          startsOn: dateOf(days.startsOn),
          endsOn: dateOf(days.endsOn),
          opensOn: dateOf(opensOn),
          dueOn: dateOf(dueOn),
          closesAt,
        },
        select: { id: true },
      });
      await recordAudit(tx, actor, {
        action: "window.opened",
        programmeId: input.programmeId,
        subjectKind: "window",
        subjectId: made.id,
        facts: { code, opensOn, dueOn, closesAt: closesAt.toISOString() },
      });
      return made;
    }),
  );
  return id;
}
