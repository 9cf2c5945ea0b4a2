import { recordAudit } from "@/lib/db/audit";
import { dateOf, isoDate } from "@/lib/db/dates";
import { once } from "@/lib/db/idempotency";
import { inContext } from "@/lib/db/transaction";
import { readExceptionPlaces } from "@/lib/db/windows/exceptions";
import { readWindows } from "@/lib/db/windows/read-windows";
import type { Grant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { exceptionReasons, exceptionState } from "@/lib/domain/windows/exception";
import type { AskExceptionInput } from "@/lib/input/window";

type Asked = AskExceptionInput & { readonly programmeId: string; readonly today: string };

/**
 * Asks for more time, or not to have to report: the coordinator for their own municipality, the officer in a stream of
 * their ministry. Somebody else decides.
 * @throws NotFound, Refusal `blocked` with every reason
 */
export async function askException(
  { actor }: Grant<"exception:request">,
  { idempotencyKey: key, today, ...input }: Asked,
): Promise<string> {
  const { id } = await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "exception.ask", input }, async () => {
      const { windowId, programmeId, kind, expiresOn } = input;
      const { municipalityId, areaId } = input.place;
      const [window] = await readWindows(tx, programmeId, windowId);
      const place = (await readExceptionPlaces(tx, windowId)).find(
        (one) => one.municipalityId === municipalityId,
      );
      const mine =
        actor.scope === "municipality" ? actor.organisationIds.includes(municipalityId) : window?.owned;
      if (window === undefined || place === undefined || mine !== true) throw new NotFound(windowId);
      if (areaId !== null && !place.areas.some((area) => area.id === areaId)) throw new NotFound(areaId);
      const known = await tx.reportingException.findMany({
        where: { windowId, municipalityId },
        include: { decision: { select: { outcome: true } } },
      });
      const earlier = known.map((one) => ({
        kind: one.kind,
        areaId: one.areaId,
        state: exceptionState(
          { outcome: one.decision?.outcome ?? null, expiresOn: isoDate(one.expiresOn) },
          today,
        ),
      }));
      const reasons = exceptionReasons({ kind, areaId, expiresOn }, window, earlier, today);
      if (reasons.length > 0) throw new Refusal("blocked", {}, reasons);
      const made = await tx.reportingException.create({
        data: {
          windowId,
          municipalityId,
          areaId,
          kind,
          reason: input.reason,
          expiresOn: dateOf(expiresOn),
          requestedBy: actor.personId ?? "",
        },
        select: { id: true },
      });
      await recordAudit(tx, actor, {
        action: "exception.requested",
        programmeId,
        municipalityId,
        subjectKind: "exception",
        subjectId: made.id,
        facts: { window: window.code, kind, areaId, expiresOn },
      });
      return made;
    }),
  );
  return id;
}
