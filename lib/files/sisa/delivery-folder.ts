import { createHash } from "node:crypto";
import { type ZipEntry, zip } from "../zip";

export interface FolderFile {
  readonly name: string;
  /** What it is, for the manifest. */
  readonly what: string;
  readonly bytes: Uint8Array;
}

export interface DeliveryFolder {
  /** Name of the folder, and what every file in it begins with. */
  readonly base: string;
  readonly files: readonly FolderFile[];
  /** Everything about the delivery as a whole; practice data first of all. */
  readonly about: Readonly<Record<string, string | number | boolean | null>>;
  /** What the municipality still has to add by itself. */
  readonly toBeAdded: readonly string[];
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** "oefen-sisa-2025-oef01-v2": small letters, digits and hyphens only, so that no system renames it. */
export const folderName = (parts: readonly (string | number | null)[]): string =>
  parts
    .filter((part) => part !== null)
    .join("-")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");

/** The files of a delivery in one zip, with a manifest that names each with its size and hash. */
export function deliveryFolder({
  base,
  files,
  about,
  toBeAdded,
}: DeliveryFolder): AsyncGenerator<Uint8Array> {
  const named = files.map((file, index) => ({ ...file, path: `${base}/${index + 1}-${base}-${file.name}` }));
  const manifest = {
    ...about,
    files: named.map(({ path, what, bytes }) => ({
      name: path.slice(base.length + 1),
      what,
      bytes: bytes.length,
      sha256: sha256(bytes),
    })),
    toBeAdded,
  };
  return zip([
    ...named.map(({ path, bytes }): ZipEntry => ({ path, data: [bytes] })),
    { path: `${base}/manifest.json`, data: [`${JSON.stringify(manifest, null, 2)}\n`] },
  ]);
}

export async function collected(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
