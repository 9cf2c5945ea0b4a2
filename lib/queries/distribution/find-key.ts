import "server-only";
import { isoDate } from "@/lib/db/dates";
import { type KeyRow, readKey } from "@/lib/db/distribution/read";
import { readRecipients } from "@/lib/db/distribution/recipients";
import { roomOfTranche } from "@/lib/db/proposals/facts";
import { inContext } from "@/lib/db/transaction";
import type { Actor, Grant } from "@/lib/domain/access";
import { inputsOf, type KeyDefinition } from "@/lib/domain/distribution/key";
import { type StatedTotal, statedTotal } from "@/lib/domain/distribution/stated";
import type { Cents } from "@/lib/domain/money";
import { storedDefinition } from "@/lib/input/distribution-key";

export interface KeyVersionView {
  readonly version: number;
  readonly definition: KeyDefinition;
  readonly hash: string;
  readonly stated: StatedTotal | null;
  readonly legalSource: string;
  readonly effectiveOn: string;
  readonly reason: string;
  /** Null where it was read from a publication. */
  readonly author: string | null;
  readonly createdAt: Date;
}

export interface KeyView {
  readonly id: string;
  readonly name: string;
  readonly streamId: string;
  readonly stream: string;
  readonly mayWrite: boolean;
  /** Newest first. */
  readonly versions: readonly KeyVersionView[];
  readonly runs: readonly RunSummary[];
  /** Names of the recipients by code, for the key of the newest version. */
  readonly names: ReadonlyMap<string, string>;
}

export interface RunSummary {
  readonly id: string;
  readonly version: number;
  readonly tranche: string;
  readonly author: string | null;
  readonly createdAt: Date;
  readonly resultHash: string;
}

/** A ministry writes in streams that it owns today; the database says so again. */
export const owns = (actor: Actor, ministries: readonly { readonly ministryId: string }[]): boolean =>
  actor.roles.includes("officer") &&
  ministries.some(({ ministryId }) => actor.organisationIds.includes(ministryId));

/** @throws NotFound */
export const findKey = (grant: Grant<"proposal:read">, programmeId: string, id: string): Promise<KeyView> =>
  inContext(grant.actor, async (tx) => {
    const row = await readKey(tx, programmeId, id);
    const recipients = {
      municipality: await readRecipients(tx, programmeId, "municipality"),
      area: await readRecipients(tx, programmeId, "area"),
    };
    return {
      id: row.id,
      name: row.name,
      streamId: row.streamId,
      stream: row.stream.shortName,
      mayWrite: owns(grant.actor, row.stream.ministries),
      versions: row.versions.map((version) => {
        const definition = storedDefinition.parse(version.definition);
        return {
          version: version.version,
          definition,
          hash: version.definitionHash,
          stated: statedTotal(definition, recipients[definition.grain]),
          legalSource: version.legalSource,
          effectiveOn: isoDate(version.effectiveOn),
          reason: version.reason,
          author: version.author?.name ?? null,
          createdAt: version.createdAt,
        };
      }),
      runs: row.runs.map(runSummary),
      names: new Map([...recipients.municipality, ...recipients.area].map(({ code, name }) => [code, name])),
    };
  });

const runSummary = ({ id, version, tranche, author, createdAt, resultHash }: KeyRow["runs"][number]) => ({
  id,
  version: version.version,
  tranche: tranche.name,
  author: author?.name ?? null,
  createdAt,
  resultHash,
});

export interface RunOptions {
  readonly tranches: readonly { readonly id: string; readonly label: string }[];
  /** Null while no tranche is chosen. */
  readonly chosen: {
    readonly id: string;
    readonly label: string;
    readonly years: readonly number[];
    readonly room: ReadonlyMap<number, Cents>;
  } | null;
  /** Sets of figures per name that the version asks for, newest first. */
  readonly inputs: readonly {
    readonly name: string;
    readonly sets: readonly { readonly id: string; readonly source: string; readonly sourceOn: string }[];
  }[];
}

/** What a run of this key can be made with. @throws NotFound */
export const runOptions = (
  grant: Grant<"proposal:read">,
  programme: { readonly id: string; readonly horizonFrom: number },
  key: KeyView,
  definition: KeyDefinition,
  trancheId: string | undefined,
): Promise<RunOptions> =>
  inContext(grant.actor, async (tx) => {
    const tranches = await tx.tranche.findMany({
      where: { streamId: key.streamId },
      orderBy: { code: "asc" },
    });
    const [only] = tranches;
    const chosen = tranches.find(({ id }) => id === trancheId) ?? (tranches.length === 1 ? only : undefined);
    const first = chosen?.firstYear ?? programme.horizonFrom;
    const last = chosen?.lastYear ?? first + 4;
    const names = inputsOf(definition);
    const sets = await tx.distributionInput.findMany({
      where: { streamId: key.streamId, name: { in: names }, grain: definition.grain },
      orderBy: { createdAt: "desc" },
    });
    return {
      tranches: tranches.map(({ id, name }) => ({ id, label: name })),
      chosen: chosen
        ? {
            id: chosen.id,
            label: chosen.name,
            years: Array.from({ length: last - first + 1 }, (_, index) => first + index),
            room: await roomOfTranche(tx, programme.id, chosen.id, null),
          }
        : null,
      inputs: names.map((name) => ({
        name,
        sets: sets
          .filter((set) => set.name === name)
          .map(({ id, source, sourceOn }) => ({ id, source, sourceOn: isoDate(sourceOn) })),
      })),
    };
  });
