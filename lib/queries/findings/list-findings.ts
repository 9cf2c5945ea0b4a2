import "server-only";
import { type FindingFilter, type ReadFinding, readFindings } from "@/lib/db/findings/read-findings";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";

export interface FindingChoices {
  readonly streams: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  readonly municipalities: readonly { readonly id: string; readonly code: string; readonly name: string }[];
}

/** Findings of a programme as this reader may see them; those that are open first. */
export const listFindings = (
  grant: Grant<"finding:read">,
  programmeId: string,
  filter: FindingFilter,
): Promise<readonly ReadFinding[]> => inContext(grant.actor, (tx) => readFindings(tx, programmeId, filter));

/** Streams and municipalities to choose from; a municipality has only itself. */
export const findingChoices = (grant: Grant<"finding:read">, programmeId: string): Promise<FindingChoices> =>
  inContext(grant.actor, async (tx) => {
    const { scope, organisationIds } = grant.actor;
    const streams = await tx.stream.findMany({ where: { programmeId }, orderBy: { position: "asc" } });
    const places = await tx.programmeParticipant.findMany({
      where: {
        programmeId,
        organisation: { kind: "municipality" },
        ...(scope === "municipality" ? { organisationId: { in: [...organisationIds] } } : {}),
      },
      include: { organisation: true },
      orderBy: { organisation: { preferredName: "asc" } },
    });
    return {
      streams: streams.map(({ id, code, shortName }) => ({ id, code, name: shortName })),
      municipalities: places.map(({ organisation: { id, code, preferredName } }) => ({
        id,
        code,
        name: preferredName,
      })),
    };
  });
