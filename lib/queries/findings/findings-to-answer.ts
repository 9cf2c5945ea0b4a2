import "server-only";
import { type ReadFinding, readFindings } from "@/lib/db/findings/read-findings";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";

/** Issued findings that nobody of this side answered yet: of one's municipality, or of streams of one's ministry. */
export const findingsToAnswer = (
  grant: Grant<"finding:respond">,
  programmeId: string,
): Promise<readonly ReadFinding[]> =>
  inContext(grant.actor, async (tx) => {
    const { scope, organisationIds } = grant.actor;
    const issued = await readFindings(tx, programmeId, { status: "issued" });
    if (scope === "municipality")
      return issued.filter(
        ({ side, municipality }) =>
          side === "municipality" && organisationIds.includes(municipality?.id ?? ""),
      );
    const owned = await tx.streamMinistry.findMany({
      where: {
        role: "owner",
        validTo: null,
        ministryId: { in: [...organisationIds] },
        stream: { programmeId },
      },
      select: { streamId: true },
    });
    const mine = new Set(owned.map(({ streamId }) => streamId));
    return issued.filter(({ side, stream }) => side === "ministry" && mine.has(stream?.id ?? ""));
  });

/** What waits at auditors: drafts that somebody else may issue, and answers to deal with. */
export const findingsAtAuditors = (
  grant: Grant<"finding:write">,
  programmeId: string,
): Promise<{ readonly drafts: number; readonly answered: number }> =>
  inContext(grant.actor, async (tx) => {
    const findings = await readFindings(tx, programmeId);
    const over = (status: string) => status === "closed" || status === "withdrawn";
    return {
      drafts: findings.filter(
        ({ status, version, issuedVersion }) => !over(status) && issuedVersion !== version,
      ).length,
      answered: findings.filter(({ status }) => status === "answered").length,
    };
  });
