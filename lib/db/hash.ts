import { createHash, type Hash } from "node:crypto";

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();

/** Has no prototype, so that any word can be a key of it. */
class Sorted {
  [key: string]: unknown;
}
Object.setPrototypeOf(Sorted.prototype, null);

/** Property by property: what goes by lists of entries makes several times the garbage, for a hundred thousand lines a gigabyte. */
function ordered(value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const given = value as Readonly<Record<string, unknown>>;
  const sorted = new Sorted();
  for (const key of Object.keys(given).sort()) sorted[key] = ordered(given[key]);
  return sorted;
}

/** JSON with sorted keys and bigint as decimal text: the same content always gives the same bytes. */
export const canonicalJson = (value: unknown): string => JSON.stringify(ordered(value));

/** JSON for PostgreSQL to read as rows, bigint as decimal text: no bytes to hash, so its keys stay as they are. */
export const rowsJson = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value));

/**
 * The hash of the same bytes as `canonicalJson` gives, made piece by piece: a list inside may be anything that can be gone
 * through, so that a hundred thousand lines are never one text.
 */
export function streamedHash(value: unknown): string {
  const hash = createHash("sha256");
  feed(hash, value);
  return hash.digest("hex");
}

const isIterable = (value: object): value is Iterable<unknown> => Symbol.iterator in value;

function feed(hash: Hash, value: unknown): void {
  if (typeof value !== "object" || value === null) {
    hash.update(canonicalJson(value));
    return;
  }
  let before = "";
  if (isIterable(value)) {
    hash.update("[");
    for (const one of value) {
      hash.update(before + (canonicalJson(one) ?? "null"));
      before = ",";
    }
    hash.update("]");
    return;
  }
  hash.update("{");
  const given = Object.entries(value).filter(([, one]) => one !== undefined);
  // As an object again, because an object puts keys that are whole numbers first, whatever their order was.
  const sorted = Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)));
  for (const [key, one] of Object.entries(sorted)) {
    hash.update(`${before}${JSON.stringify(key)}:`);
    feed(hash, one);
    before = ",";
  }
  hash.update("}");
}

export const contentHash = (value: unknown): string =>
  createHash("sha256").update(canonicalJson(value)).digest("hex");
