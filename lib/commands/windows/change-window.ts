import { recordAudit } from "@/lib/db/audit";
import { dateOf } from "@/lib/db/dates";
import { once } from "@/lib/db/idempotency";
import { inContext } from "@/lib/db/transaction";
import { readKnownWindows, readWindows } from "@/lib/db/windows/read-windows";
import type { Grant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { changeReasons } from "@/lib/domain/windows/window-reasons";
import type { ChangeWindowInput } from "@/lib/input/window";
import { closingMoment } from "./closing-moment";

/**
 * Another due date or closing moment, with a reason; what it was stays in the history.
 * @throws NotFound, Refusal `stale` when the dates are others than the page showed, `blocked` with every reason
 */
export async function changeWindow(
  { actor }: Grant<"window:manage">,
  { idempotencyKey: key, ...input }: ChangeWindowInput & { readonly programmeId: string },
): Promise<void> {
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "window.change", input }, async () => {
      const [window] = await readWindows(tx, input.programmeId, input.windowId);
      if (window === undefined || !window.owned) throw new NotFound(input.windowId);
      const shown = input.fromClosesAt === "" ? null : new Date(input.fromClosesAt);
      if (window.dueOn !== input.fromDueOn || window.closesAt?.getTime() !== shown?.getTime())
        throw new Refusal("stale");
      const closesAt = closingMoment(input);
      const others = (await readKnownWindows(tx, window.trancheId)).filter(({ id }) => id !== window.id);
      const reasons = changeReasons(window, { dueOn: input.dueOn, closesAt }, others, new Date());
      if (reasons.length > 0) throw new Refusal("blocked", {}, reasons);
      await tx.windowChange.create({
        data: {
          windowId: window.id,
          fromDueOn: dateOf(window.dueOn),
          fromClosesAt: window.closesAt,
          dueOn: dateOf(input.dueOn),
          closesAt,
          reason: input.reason,
          changedBy: actor.personId ?? "",
        },
        select: { id: true },
      });
      await recordAudit(tx, actor, {
        action: "window.changed",
        programmeId: input.programmeId,
        subjectKind: "window",
        subjectId: window.id,
        facts: { code: window.code, dueOn: input.dueOn, closesAt: closesAt.toISOString() },
      });
      return {};
    }),
  );
}
