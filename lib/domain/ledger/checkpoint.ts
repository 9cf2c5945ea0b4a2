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

const FORMAT = "geldstroom-checkpoint-v1";

/** The exact text that is signed: JSON with its names in alphabetical order and without spaces. */
export function signedText({ at, keyId, programmeId, root, size }: Checkpoint): string {
  return JSON.stringify({ at, format: FORMAT, keyId, programmeId, root, size: size.toString() });
}

/** The file outside the database: what was signed as it was signed, the signature, and the programme's name for people. */
export function checkpointFile(programme: string, checkpoint: SignedCheckpoint): string {
  return `{"checkpoint":${signedText(checkpoint)},"programme":${JSON.stringify(programme)},"signature":"${checkpoint.signature}"}\n`;
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
export function readCheckpointFile(text: string): SignedCheckpoint | null {
  const file = parsed(text) as { checkpoint?: Record<string, unknown>; signature?: unknown } | null;
  const inner = file?.checkpoint;
  if (typeof inner !== "object" || inner === null || inner.format !== FORMAT) return null;
  const value = (name: keyof typeof SHAPES) => {
    const found = inner[name];
    return typeof found === "string" && SHAPES[name].test(found) ? found : null;
  };
  const [at, keyId, programmeId, root, size] = [
    value("at"),
    value("keyId"),
    value("programmeId"),
    value("root"),
    value("size"),
  ];
  const { signature } = file ?? {};
  if (at === null || keyId === null || programmeId === null || root === null || size === null) return null;
  if (typeof signature !== "string" || !/^[0-9a-f]{128}$/.test(signature)) return null;
  return { at, keyId, programmeId, root, size: BigInt(size), signature };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
