/** What the end of a zip says about the whole: enough to know an xlsx without holding it in memory. */
export interface ZipEnd {
  readonly names: readonly string[];
  /** Where the first part begins; anything but 0 means that something stands in front of the zip. */
  readonly firstAt: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const MOST_COMMENT = 0xffff;

/** Place of the closing record: it is one only when its comment ends exactly where the file ends. */
function endAt(tail: Buffer): number | null {
  const lowest = Math.max(0, tail.length - END_LENGTH - MOST_COMMENT);
  for (let at = tail.length - END_LENGTH; at >= lowest; at--)
    if (tail.readUInt32LE(at) === END && at + END_LENGTH + tail.readUInt16LE(at + 20) === tail.length)
      return at;
  return null;
}

export const endsAsZip = (tail: Buffer): boolean => tail.length >= END_LENGTH && endAt(tail) !== null;

/** Null when it is no whole zip, or when its list of parts is longer than the tail that was kept. */
export function readZipEnd(tail: Buffer, size: number): ZipEnd | null {
  if (tail.length < END_LENGTH) return null;
  const end = endAt(tail);
  if (end === null) return null;
  const [count, length, offset] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ];
  const tailAt = size - tail.length;
  // The list stands right in front of the closing record; a gap is room for something else.
  if (offset + length !== tailAt + end || offset < tailAt) return null;
  const names: string[] = [];
  let firstAt = Number.POSITIVE_INFINITY;
  let at = offset - tailAt;
  for (let seen = 0; seen < count; seen++) {
    if (at + 46 > end || tail.readUInt32LE(at) !== ENTRY) return null;
    const named = tail.readUInt16LE(at + 28);
    names.push(tail.toString("utf8", at + 46, at + 46 + named));
    firstAt = Math.min(firstAt, tail.readUInt32LE(at + 42));
    at += 46 + named + tail.readUInt16LE(at + 30) + tail.readUInt16LE(at + 32);
  }
  return at === end ? { names, firstAt } : null;
}
