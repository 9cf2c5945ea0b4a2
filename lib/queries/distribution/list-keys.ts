import "server-only";
import { isoDate } from "@/lib/db/dates";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { Grain } from "@/lib/domain/distribution/key";

export interface KeyListRow {
  readonly id: string;
  readonly name: string;
  readonly stream: string;
  readonly version: number;
  readonly effectiveOn: string;
  readonly legalSource: string;
  readonly runs: number;
}

export interface InputListRow {
  readonly id: string;
  readonly name: string;
  readonly stream: string;
  readonly grain: Grain;
  readonly source: string;
  readonly sourceOn: string;
  readonly count: number;
}

/** The keys of a programme with their newest version, and every set of figures, newest first. */
export const listKeys = (
  grant: Grant<"proposal:read">,
  programmeId: string,
): Promise<{ readonly keys: KeyListRow[]; readonly inputs: InputListRow[] }> =>
  inContext(grant.actor, async (tx) => {
    const keys = await tx.distributionKey.findMany({
      where: { programmeId },
      include: {
        stream: true,
        versions: { orderBy: { version: "desc" }, take: 1 },
        _count: { select: { runs: true } },
      },
      orderBy: [{ stream: { position: "asc" } }, { name: "asc" }],
    });
    const inputs = await tx.distributionInput.findMany({
      where: { programmeId },
      include: { stream: true },
      orderBy: [{ name: "asc" }, { createdAt: "desc" }],
    });
    return {
      keys: keys.flatMap(({ id, name, stream, versions: [newest], _count }) =>
        newest === undefined
          ? []
          : [
              {
                id,
                name,
                stream: stream.shortName,
                version: newest.version,
                effectiveOn: isoDate(newest.effectiveOn),
                legalSource: newest.legalSource,
                runs: _count.runs,
              },
            ],
      ),
      inputs: inputs.map(({ id, name, stream, grain, source, sourceOn, values }) => ({
        id,
        name,
        stream: stream.shortName,
        grain,
        source,
        sourceOn: isoDate(sourceOn),
        count: Object.keys(values ?? {}).length,
      })),
    };
  });
