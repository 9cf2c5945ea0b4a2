/** Case, spaces, dashes and slashes make no difference between numbers. */
export const plainNumber = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, "");

const SHORTEST = 4;
/** A number is never written in more pieces than this. */
const MOST_PIECES = 8;

/** A number counts when it stands whole in the text: OEF-2026-1 is not in OEF-2026-12. */
export function namesNumber(text: string, number: string): boolean {
  const wanted = number.toLowerCase().match(/[a-z0-9]+/g);
  if (wanted === null || wanted.join("").length < SHORTEST) return false;
  const escaped = wanted.join("[^a-z0-9]*");
  return new RegExp(`(?<![a-z0-9])${escaped}(?![a-z0-9])`).test(text.toLowerCase());
}

/**
 * Finds which of many numbers a text names, without holding it against each of them. Where one number is a part of another
 * that is named, only the longer one is meant.
 */
export function numberFinder(numbers: Iterable<string>): (text: string) => readonly string[] {
  const known = new Map<string, string>();
  for (const number of numbers) {
    const plain = plainNumber(number);
    if (plain.length >= SHORTEST) known.set(plain, number);
  }
  return (text) => {
    const pieces = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    const found: string[] = [];
    for (let from = 0; from < pieces.length; from += 1) {
      const length = longestFrom(pieces, from, known);
      if (length === 0) continue;
      found.push(pieces.slice(from, from + length).join(""));
      from += length - 1;
    }
    return [...new Set(found)].filter((plain) => namesNumber(text, known.get(plain) ?? ""));
  };
}

function longestFrom(pieces: readonly string[], from: number, known: ReadonlyMap<string, string>): number {
  for (let length = Math.min(MOST_PIECES, pieces.length - from); length > 0; length -= 1)
    if (known.has(pieces.slice(from, from + length).join(""))) return length;
  return 0;
}
