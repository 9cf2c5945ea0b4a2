/**
 * What lies beside the files of an export: what was asked, what came of it, and what every file and row was. The verifier
 * holds the files against it; a signature over its bytes says whose word it is.
 */
export const MANIFEST = "manifest.json";
export const SIGNATURE = "manifest.handtekening.json";
const FORMAT = "geldstroom-manifest-v1";
const SIGNATURE_FORMAT = "geldstroom-signature-v1";

export interface FileRecord {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A file of rows. Of what is no csv or JSON the verifier knows only whether it is the same file. */
export interface TableRecord {
  readonly path: string;
  /** The marks of its rows: see row-marks.ts. */
  readonly marks: string;
  /** How a csv is written; null for JSON and other formats. */
  readonly csv: { readonly separator: string; readonly decimal: string } | null;
  /** The lines above the table, as they were. */
  readonly statement: readonly { readonly name: string; readonly value: string }[];
  readonly columns: readonly string[];
  readonly rows: number;
  /** Sum of each column with amounts, in cents. */
  readonly sums: readonly { readonly column: number; readonly cents: string }[];
}

/** The entries behind the rows, as they are stored and hashed. */
export interface JournalRecord {
  readonly path: string;
  readonly marks: string;
  readonly entries: number;
  /** Whether these are all entries from the first on, so that they make the chain and the tree by themselves. */
  readonly whole: boolean;
  /** The file with the checkpoint that they are proved with; null when none was signed yet. */
  readonly checkpoint: string | null;
  /** Of a whole journal that is shorter than the checkpoint: the proof that the checkpoint goes on from it. */
  readonly grown: readonly string[] | null;
  /** Sum per measure, in cents. */
  readonly totals: Readonly<Record<string, string>>;
}

export interface Manifest {
  readonly format: typeof FORMAT;
  /** Name and version of what wrote it. */
  readonly software: string;
  readonly programme: { readonly id: string; readonly code: string; readonly name: string };
  readonly practice: boolean;
  readonly what: string;
  /** Everything that was asked for, as the address has it. */
  readonly question: Readonly<Record<string, string>>;
  readonly validOn: string | null;
  readonly knownAt: string;
  readonly language: string;
  /** Versions of the rules that reports are judged by. */
  readonly rules: Readonly<Record<string, number>>;
  readonly tables: readonly TableRecord[];
  readonly journal: JournalRecord | null;
  readonly files: readonly FileRecord[];
}

export const writeManifest = (manifest: Omit<Manifest, "format">): string =>
  `${JSON.stringify({ format: FORMAT, ...manifest }, null, 2)}\n`;

/** Null for anything that is no manifest. Parts of it may still be missing: whoever reads them says so. */
export function readManifest(text: string): Manifest | null {
  const value = parsed(text) as Partial<Manifest> | null;
  if (typeof value !== "object" || value === null || value.format !== FORMAT) return null;
  const whole =
    Array.isArray(value.files) && Array.isArray(value.tables) && typeof value.programme === "object";
  return whole && typeof value.knownAt === "string" ? (value as Manifest) : null;
}

export interface ManifestSignature {
  readonly keyId: string;
  /** Ed25519 over the bytes of the manifest, hexadecimal. */
  readonly signature: string;
}

export const writeSignature = ({ keyId, signature }: ManifestSignature): string =>
  `${JSON.stringify({ format: SIGNATURE_FORMAT, keyId, signature }, null, 2)}\n`;

export function readSignature(text: string): ManifestSignature | null {
  const value = parsed(text) as ({ format?: unknown } & Partial<ManifestSignature>) | null;
  if (typeof value !== "object" || value?.format !== SIGNATURE_FORMAT) return null;
  const { keyId = "", signature = "" } = value;
  if (!/^[0-9a-f]{32}$/.test(keyId) || !/^[0-9a-f]{128}$/.test(signature)) return null;
  return { keyId, signature };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
