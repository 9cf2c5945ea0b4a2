/**
 * Lines that are read, checked, written or posted in one go. What a part takes in memory does not grow with the batch, and a
 * statement for this many costs little more than its lines.
 */
export const PART = 2_500;

/** Goes through lines in parts of at most this many, in their order. */
export function* inParts<T>(lines: Iterable<T>, size = PART): Generator<T[]> {
  let part: T[] = [];
  for (const line of lines) {
    part.push(line);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
