import { checkpointFile, type SignedCheckpoint } from "./checkpoint";
import type { StoredEntry } from "./entry-content";
import { inclusionSpans, rootOfInclusion } from "./merkle-proofs";
import type { Digests } from "./verify";

/** That an entry, as it is stored, is one of those that a checkpoint was signed over. */
export interface InclusionProof {
  readonly programme: string;
  readonly entry: StoredEntry;
  /** Hexadecimal, from the entry up. */
  readonly path: readonly string[];
  readonly checkpoint: SignedCheckpoint;
}

export const INCLUSION_FORMAT = "geldstroom-inclusion-v1";

/** Whether the path leads from the entry's hash to the root that was signed. */
export function isIncluded(
  { sha256, fromHex, toHex }: Pick<Digests, "sha256" | "fromHex" | "toHex">,
  { entry, path, checkpoint }: Pick<InclusionProof, "entry" | "path" | "checkpoint">,
): boolean {
  const place = BigInt(entry.seq) - 1n;
  const root = rootOfInclusion(sha256, fromHex(entry.hash), place, checkpoint.size, path.map(fromHex));
  return root !== null && toHex(root) === checkpoint.root;
}

export interface ProofStep {
  /** Whether the hash stands to the left of what was found so far. */
  readonly left: boolean;
  readonly hash: string;
  /** How many entries it stands for. */
  readonly entries: bigint;
}

/** The path as somebody can follow it by hand. */
export const proofSteps = ({
  entry,
  path,
  checkpoint,
}: Pick<InclusionProof, "entry" | "path" | "checkpoint">): ProofStep[] =>
  inclusionSpans(BigInt(entry.seq) - 1n, checkpoint.size).map(({ from, to }, index) => ({
    left: from < BigInt(entry.seq) - 1n,
    hash: path[index] ?? "",
    entries: to - from,
  }));

/** The proof as a file that the verifier reads, also without this site; with the public key where that is known. */
export function inclusionFile(
  { programme, entry, path, checkpoint }: InclusionProof,
  publicKey: string | null,
): string {
  const signed: unknown = JSON.parse(checkpointFile(programme, checkpoint));
  const file = { format: INCLUSION_FORMAT, programme, entry, path, checkpoint: signed, publicKey };
  return `${JSON.stringify(file, null, 2)}\n`;
}
