import "server-only";
import { balanceMoments, readBalances } from "@/lib/db/own-balance/balances";
import { inContext } from "@/lib/db/transaction";
import { type Grant, mayDo } from "@/lib/domain/access";
import type { BalanceMoment, StatedBalance } from "@/lib/domain/own-balance/stated-balance";

export interface FoundBalances {
  readonly balances: readonly StatedBalance[];
  /** Ends of periods about which this reader can state something; none for who only reads. */
  readonly moments: readonly BalanceMoment[];
}

/** What municipalities state about themselves beside what was accepted, as far as this reader may see it. */
export const findBalances = (
  grant: Grant<"report:read">,
  programmeId: string,
  today: string,
): Promise<FoundBalances> =>
  inContext(grant.actor, async (tx) => {
    const { scope, roles, organisationIds } = grant.actor;
    const states = scope === "municipality" && roles.some((role) => mayDo(role, "report:fill"));
    return {
      balances: await readBalances(tx, programmeId),
      moments: states ? await balanceMoments(tx, programmeId, organisationIds, today) : [],
    };
  });

/** Balances that do not agree: a municipality's own, or those of streams that these ministries own. */
export const findBalancesThatDiffer = (
  grant: Grant<"report:read">,
  programmeId: string,
): Promise<readonly StatedBalance[]> =>
  inContext(grant.actor, async (tx) => {
    const differing = (await readBalances(tx, programmeId)).filter(
      ({ check }) => check.state === "broken" || check.state === "differs",
    );
    if (grant.actor.scope !== "ministry" || differing.length === 0) return differing;
    const owned = await tx.streamMinistry.findMany({
      where: { ministryId: { in: [...grant.actor.organisationIds] }, role: "owner", validTo: null },
      select: { streamId: true },
    });
    const streams = new Set(owned.map(({ streamId }) => streamId));
    return differing.filter(({ streamId }) => streams.has(streamId));
  });
