import type { Actor } from "@/lib/domain/access";
import type { Decider } from "@/lib/domain/proposals/deciding";
import type { Tx } from "../transaction";

/** Who this person is before the proposals of a stream: an approver in their own right, a deputy, or both. */
export async function decidersOf(tx: Tx, actor: Actor): Promise<(streamId: string) => Decider> {
  const personId = actor.personId ?? "";
  const own = actor.organisationIds.filter((id) => !actor.deputyIn?.includes(id));
  const standing = await tx.$queryRaw<{ principalId: string; organisationId: string }[]>`
    SELECT principal_id::text AS "principalId", organisation_id::text AS "organisationId" FROM deputy_today
     WHERE deputy_id = ${personId}::uuid ORDER BY principal_id`;
  const owners = await tx.$queryRaw<{ streamId: string; ministryId: string }[]>`
    SELECT stream_id::text AS "streamId", ministry_id::text AS "ministryId" FROM stream_ministry
     WHERE role = 'owner' AND valid_from <= current_date AND (valid_to IS NULL OR valid_to >= current_date)
       AND ministry_id = ANY (${[...actor.organisationIds]}::uuid[])`;
  const principals = standing.map(({ principalId }) => principalId);
  return (streamId) => {
    const owned = owners.filter((owner) => owner.streamId === streamId).map(({ ministryId }) => ministryId);
    return {
      personId,
      ownRight: owned.some((id) => own.includes(id)),
      principals,
      mandates: standing.filter((one) => owned.includes(one.organisationId)).map((one) => one.principalId),
    };
  };
}
