import "server-only";
import { isoDate } from "@/lib/db/dates";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { Cents } from "@/lib/domain/money";
import type { ThresholdRow } from "@/lib/domain/proposals/threshold";

/** Every threshold of a programme, those of one stream together and the latest first. */
export const listThresholds = (grant: Grant<"proposal:read">, programmeId: string): Promise<ThresholdRow[]> =>
  inContext(grant.actor, async (tx) => {
    const rows = await tx.approvalThreshold.findMany({
      where: { stream: { programmeId } },
      include: { stream: { include: { ministries: true } }, author: true, decider: true },
      orderBy: [{ stream: { position: "asc" } }, { validFrom: "desc" }, { enteredAt: "desc" }],
    });
    return rows.map((row) => ({
      id: row.id,
      stream: row.stream.shortName,
      validFrom: isoDate(row.validFrom),
      amount: row.amountCents as Cents | null,
      legalSource: row.legalSource,
      author: row.author.name,
      decider: row.decider?.name ?? null,
      state: row.outcome ?? "proposed",
      own: row.enteredBy === grant.actor.personId,
      mine: row.stream.ministries.some(
        ({ role, validTo, ministryId }) =>
          role === "owner" && validTo === null && grant.actor.organisationIds.includes(ministryId),
      ),
    }));
  });

/** Streams that this person's ministry owns today. */
export const listOwnStreams = (
  grant: Grant<"ceiling:propose">,
  programmeId: string,
): Promise<{ id: string; name: string }[]> =>
  inContext(grant.actor, async (tx) => {
    const rows = await tx.stream.findMany({
      where: {
        programmeId,
        ministries: {
          some: { role: "owner", validTo: null, ministryId: { in: [...grant.actor.organisationIds] } },
        },
      },
      orderBy: { position: "asc" },
    });
    return rows.map(({ id, shortName }) => ({ id, name: shortName }));
  });
