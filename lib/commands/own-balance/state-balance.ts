import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { balanceMoments } from "@/lib/db/own-balance/balances";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import type { StatedBalanceInput } from "@/lib/input/own-balance";

/**
 * States what was spent up to the end of a period by the municipality's own ledger. A statement that stands already is
 * replaced, with a reason; nothing is changed.
 * @throws NotFound, Refusal `stale` when a colleague stated it meanwhile, `blocked` when the reason is missing
 */
export async function stateBalance(
  grant: Grant<"report:fill">,
  programmeId: string,
  today: string,
  { idempotencyKey: key, ...input }: StatedBalanceInput,
): Promise<void> {
  const { actor } = grant;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "own-balance.state", input }, async () => {
      const { windowId, municipalityId, amount, accountReference, replaces, reason } = input;
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${municipalityId}/${windowId}`}, 9))::text`;
      const moments = await balanceMoments(tx, programmeId, actor.organisationIds, today);
      const moment = moments.find(
        (one) => one.windowId === windowId && one.municipalityId === municipalityId,
      );
      if (moment === undefined) throw new NotFound(windowId);
      // Who knew of no statement, or of another one, first looks at what stands there now.
      if (moment.current !== replaces)
        throw replaces === null
          ? new Refusal("blocked", {}, [
              { code: "ownLedger.reasons.balance_stands", field: "moment", facts: { onOn: moment.endsOn } },
            ])
          : new Refusal("stale", { version: "" });
      if (replaces !== null && reason === null)
        throw new Refusal("blocked", {}, [{ code: "ownLedger.reasons.balance_reason", field: "reason" }]);
      const { id } = await tx.ownBalance.create({
        data: {
          programmeId,
          municipalityId,
          windowId,
          statedCents: amount,
          accountReference,
          replacesId: replaces,
          reason: replaces === null ? null : reason,
          createdBy: actor.personId ?? "",
          // The database fills these in from its own journal.
          trancheId: windowId,
          onDate: new Date(`${moment.endsOn}T00:00:00Z`),
          checkedSeq: 0n,
          checkedCents: 0n,
        },
        select: { id: true },
      });
      await recordAudit(tx, actor, {
        action: "own-balance.stated",
        programmeId,
        municipalityId,
        subjectKind: "own-balance",
        subjectId: id,
        facts: { onDate: moment.endsOn, amountCents: amount, replaces },
      });
      return { id };
    }),
  );
}
