import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { readProposal } from "@/lib/db/proposals/read-proposal";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import type { CancelInput } from "@/lib/input/proposal";

const OPEN: readonly string[] = ["draft", "proposed", "returned"];

/**
 * Who entered a proposal takes it back before it is decided, with a reason; what it held becomes free. Of lines that are
 * decided together all are taken back.
 * @throws NotFound, Refusal `not_allowed`, `not_open`, `stale`, `reason_required`
 */
export async function cancelProposal(
  grant: Grant<"allocation:propose">,
  programmeId: string,
  input: CancelInput,
): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, ...asked } = input;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "proposal.cancel", input: asked }, async () => {
      const found = await tx.$queryRaw<{ id: string }[]>`
        SELECT p.id::text AS id FROM proposal p WHERE p.programme_id = ${programmeId}::uuid AND security.writes_stream(p.stream_id)
           AND (p.id = ${asked.proposalId}::uuid OR p.batch_id = (SELECT b.id FROM proposal o JOIN batch b ON b.id = o.batch_id
             WHERE o.id = ${asked.proposalId}::uuid AND b.together)) ORDER BY p.id FOR UPDATE`;
      if (found.length === 0) throw new NotFound(asked.proposalId);
      const row = await readProposal(tx, programmeId, asked.proposalId);
      if (row.createdBy !== actor.personId) throw new Refusal("not_allowed");
      if (!OPEN.includes(row.status)) throw new Refusal("not_open");
      if (row.version !== asked.version) throw new Refusal("stale");
      if (asked.reason.trim() === "") throw new Refusal("reason_required");
      await tx.proposal.updateMany({
        where: { id: { in: found.map(({ id }) => id) } },
        data: { status: "cancelled", updatedAt: new Date() },
      });
      for (const { id } of found)
        await recordAudit(tx, actor, {
          action: "proposal.cancelled",
          programmeId,
          municipalityId: row.municipalityId,
          subjectKind: "proposal",
          subjectId: id,
          facts: { reason: asked.reason },
        });
      return {};
    }),
  );
}
