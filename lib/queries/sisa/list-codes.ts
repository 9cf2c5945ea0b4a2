import "server-only";
import { readCodeVersions, readTolerances, schemesOf } from "@/lib/db/sisa/codes";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { CodeVersion, StreamCodes } from "@/lib/domain/sisa/code-table";
import type { Tolerance } from "@/lib/domain/sisa/tolerance";

export interface CodeTables {
  readonly streams: readonly StreamCodes[];
  /** Schemes that are no stream of the programme: published numbers, to see how they look. */
  readonly examples: readonly CodeVersion[];
  readonly tolerances: readonly Tolerance[];
}

/** How every stream is numbered in a year, and what was published of other schemes. */
export const listSisaCodes = (
  grant: Grant<"report:read">,
  programmeId: string,
  year: number,
): Promise<CodeTables> =>
  inContext(grant.actor, async (tx) => {
    const streams = await tx.stream.findMany({
      where: { programmeId },
      orderBy: { position: "asc" },
      include: { ministries: { where: { role: "owner", validTo: null } } },
    });
    const versions = await readCodeVersions(tx, programmeId);
    const current = schemesOf(versions, year);
    return {
      streams: streams.map(({ id, code, shortName, ministries }) => ({
        id,
        code,
        name: shortName,
        own: ministries.some(({ ministryId }) => grant.actor.organisationIds.includes(ministryId)),
        current: current.get(id) ?? null,
        versions: versions.filter((one) => one.streamId === id && one.year === year),
      })),
      examples: versions.filter(({ streamId }) => streamId === null),
      tolerances: await readTolerances(tx, programmeId),
    };
  });
