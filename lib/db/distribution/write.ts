import { type Basis, distribute, type Outcome } from "@/lib/domain/distribution/distribute";
import type { Grain, KeyDefinition } from "@/lib/domain/distribution/key";
import { dateOf } from "../dates";
import { canonicalJson, contentHash } from "../hash";
import type { Tx } from "../transaction";
import type { FoundRecipient } from "./recipients";

const stored = (value: unknown) => JSON.parse(canonicalJson(value));

export interface NewVersion {
  readonly keyId: string;
  readonly version: number;
  readonly definition: KeyDefinition;
  readonly legalSource: string;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly createdBy: string | null;
}

/** The database refuses a version that does not follow the newest. */
export const writeVersion = (tx: Tx, { definition, effectiveOn, ...version }: NewVersion) =>
  tx.distributionKeyVersion.create({
    data: {
      ...version,
      effectiveOn: dateOf(effectiveOn),
      definition: stored(definition),
      definitionHash: contentHash(definition),
    },
    select: { id: true },
  });

export interface NewInput {
  readonly programmeId: string;
  readonly streamId: string;
  readonly name: string;
  readonly grain: Grain;
  readonly source: string;
  readonly sourceOn: string;
  readonly values: ReadonlyMap<string, string>;
  readonly createdBy: string | null;
}

export function writeInput(tx: Tx, { values, sourceOn, ...input }: NewInput) {
  const content = Object.fromEntries(values);
  return tx.distributionInput.create({
    data: {
      ...input,
      sourceOn: dateOf(sourceOn),
      values: content,
      contentHash: contentHash({ name: input.name, grain: input.grain, values: content }),
    },
    select: { id: true },
  });
}

export interface NewRun {
  readonly keyId: string;
  readonly versionId: string;
  readonly streamId: string;
  readonly trancheId: string;
  readonly basis: Basis & { readonly recipients: readonly FoundRecipient[] };
  readonly inputIds: ReadonlyMap<string, string>;
  readonly createdBy: string | null;
}

/** Divides and keeps what came out beside everything that it followed from. @throws Refusal `blocked` */
export function writeRun(tx: Tx, { basis, inputIds, ...run }: NewRun) {
  const outcome = distribute(basis);
  return tx.distributionRun.create({
    data: {
      ...run,
      recipients: stored(basis.recipients),
      inputs: Object.fromEntries(inputIds),
      pots: stored([...basis.pots].sort((a, b) => a.year - b.year)),
      result: stored(outcome),
      resultHash: outcomeHash(outcome),
    },
    select: { id: true },
  });
}

export const outcomeHash = (outcome: Outcome): string => contentHash(outcome);
