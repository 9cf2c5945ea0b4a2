import type { Digests } from "@/lib/domain/ledger/verify";

/** What Node and a browser each do in their own way; everything else of the verifier is the same in both. */
export interface Platform {
  readonly digests: Digests;
  /** Ed25519 with a key in its SPKI form; null when this machine cannot check such signatures. */
  readonly verifies: (
    spki: Uint8Array,
    message: Uint8Array,
    signature: Uint8Array,
  ) => Promise<boolean | null>;
}

/** The files that were given: of a folder, of a zip, or one by itself. */
export interface Files {
  /** Without the folder that they all lie in. */
  readonly names: readonly string[];
  /** Null when there is no such file; to the checks also when it is there and cannot be read. */
  readonly read: (name: string) => Promise<Uint8Array | null>;
}

const decoder = new TextDecoder("utf-8", { fatal: false, ignoreBOM: true });
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);

/** The lines of a text file one by one: a file of a gigabyte is never one text. */
export function* linesOf(bytes: Uint8Array): Generator<string> {
  let from = 0;
  while (from < bytes.length) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end;
    yield textOf(bytes.subarray(from, to));
    from = to + 1;
  }
}

/** The folders that every file lies in: a zip often comes unpacked as a folder in a folder. */
export function withoutFolder(names: readonly string[]): { readonly prefix: string } {
  const [first = ""] = names;
  let prefix = first.slice(0, first.lastIndexOf("/") + 1);
  while (prefix !== "" && !names.every((name) => name.startsWith(prefix)))
    prefix = prefix.slice(0, prefix.lastIndexOf("/", prefix.length - 2) + 1);
  return { prefix };
}
