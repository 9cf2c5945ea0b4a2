/** What a signature says about a programme's journal: this many entries, this Merkle root over their hashes, then. */
export interface Checkpoint {
  readonly programmeId: string;
  readonly size: bigint;
  /** RFC 6962 root, hexadecimal. */
  readonly root: string;
  /** UTC with milliseconds. */
  readonly at: string;
  /** Which key signed: the first 32 hexadecimal digits of the SHA-256 of its SPKI form. */
  readonly keyId: string;
}

export interface SignedCheckpoint extends Checkpoint {
  /** Ed25519, hexadecimal. */
  readonly signature: string;
}

/** That a checkpoint goes on from an earlier one: the hashes of RFC 6962 from the one to the other, hexadecimal. */
export interface Consistency {
  /** Size of the earlier checkpoint. */
  readonly since: bigint;
  readonly path: readonly string[];
}

const FORMAT = "geldstroom-checkpoint-v1";

/** The exact text that is signed: JSON with its names in alphabetical order and without spaces. */
export function signedText({ at, keyId, programmeId, root, size }: Checkpoint): string {
  return JSON.stringify({ at, format: FORMAT, keyId, programmeId, root, size: size.toString() });
}

/**
 * The file outside the database: what was signed as it was signed, the signature, the programme's name for people, and the
 * proof that it goes on from the checkpoint before it, which needs no signature.
 */
export function checkpointFile(
  programme: string,
  checkpoint: SignedCheckpoint,
  consistency: Consistency | null = null,
): string {
  const grown =
    consistency === null
      ? ""
      : `"consistency":${JSON.stringify({ path: consistency.path, since: consistency.since.toString() })},`;
  return `{"checkpoint":${signedText(checkpoint)},${grown}"programme":${JSON.stringify(programme)},"signature":"${checkpoint.signature}"}\n`;
}

export const checkpointFileName = (programme: string, size: bigint): string =>
  `${programme}-${size.toString().padStart(12, "0")}.json`;

const SHAPES = {
  at: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  keyId: /^[0-9a-f]{32}$/,
  programmeId: /^[0-9a-f-]{36}$/,
  root: /^[0-9a-f]{64}$/,
  size: /^[1-9]\d{0,17}$/,
} as const;

/** Reads such a file; null for anything that is not exactly one. */
export const readCheckpointFile = (text: string): SignedCheckpoint | null => readCheckpoint(parsed(text));

/** The same when it stands inside another file. */
export function readCheckpoint(value: unknown): SignedCheckpoint | null {
  const file = value as { checkpoint?: Record<string, unknown>; signature?: unknown } | null;
  const inner = file?.checkpoint;
  if (typeof inner !== "object" || inner === null || inner.format !== FORMAT) return null;
  const said = (name: keyof typeof SHAPES) => {
    const found = inner[name];
    return typeof found === "string" && SHAPES[name].test(found) ? found : null;
  };
  const [at, keyId, programmeId, root, size] = [
    said("at"),
    said("keyId"),
    said("programmeId"),
    said("root"),
    said("size"),
  ];
  const { signature } = file ?? {};
  if (at === null || keyId === null || programmeId === null || root === null || size === null) return null;
  if (typeof signature !== "string" || !/^[0-9a-f]{128}$/.test(signature)) return null;
  return { at, keyId, programmeId, root, size: BigInt(size), signature };
}

/** The proof in such a file; null when it holds none, or one that cannot be read. */
export function readConsistency(value: unknown): Consistency | null {
  const { consistency } = (value ?? {}) as { consistency?: { since?: unknown; path?: unknown } };
  if (typeof consistency !== "object" || consistency === null) return null;
  const { since, path } = consistency;
  if (typeof since !== "string" || !SHAPES.size.test(since) || !Array.isArray(path)) return null;
  const whole = path.every((one): one is string => typeof one === "string" && SHAPES.root.test(one));
  return whole ? { since: BigInt(since), path } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
