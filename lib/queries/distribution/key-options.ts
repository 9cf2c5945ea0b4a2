import "server-only";
import { type FoundRecipient, readRecipients } from "@/lib/db/distribution/recipients";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { Grain } from "@/lib/domain/distribution/key";

export interface KeyOptions {
  readonly streams: readonly {
    readonly id: string;
    readonly label: string;
    readonly legalReference: string | null;
  }[];
  readonly recipients: Readonly<Record<Grain, readonly FoundRecipient[]>>;
  /** Names of the sets of figures per stream. */
  readonly inputs: readonly { readonly streamId: string; readonly name: string; readonly grain: Grain }[];
}

/** What a key or a set of figures can be made of: streams that this person's ministry owns today. */
export const keyOptions = (grant: Grant<"allocation:propose">, programmeId: string): Promise<KeyOptions> =>
  inContext(grant.actor, async (tx) => {
    const streams = await tx.stream.findMany({
      where: {
        programmeId,
        ministries: {
          some: { role: "owner", validTo: null, ministryId: { in: [...grant.actor.organisationIds] } },
        },
      },
      orderBy: { position: "asc" },
    });
    const inputs = await tx.distributionInput.findMany({
      where: { programmeId, streamId: { in: streams.map(({ id }) => id) } },
      distinct: ["streamId", "name"],
      select: { streamId: true, name: true, grain: true },
      orderBy: { name: "asc" },
    });
    return {
      streams: streams.map(({ id, shortName, legalReference }) => ({ id, label: shortName, legalReference })),
      recipients: {
        municipality: await readRecipients(tx, programmeId, "municipality"),
        area: await readRecipients(tx, programmeId, "area"),
      },
      inputs,
    };
  });
