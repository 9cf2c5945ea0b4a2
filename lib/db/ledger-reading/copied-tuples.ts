/** Signature, flags and length of the extension: what a binary COPY starts with. */
export const HEADER = 19;
/** Number of columns after the last row. */
export const END = -1;

/** The size of a null. */
export const ABSENT = -1;

/** A row of a binary COPY, until the next one: where each column begins in the bytes, and how many it has. */
export interface Tuple {
  readonly bytes: Buffer;
  readonly view: DataView;
  readonly at: Int32Array;
  readonly size: Int32Array;
}

/**
 * Hands over every row of a binary COPY with so many columns; pieces are cut where they come.
 * @throws Error when rows have other columns, or the copy stops before its end.
 */
export async function eachTuple(
  pieces: AsyncIterable<Uint8Array>,
  columns: number,
  take: (tuple: Tuple) => void,
): Promise<void> {
  const [at, size] = [new Int32Array(columns), new Int32Array(columns)];
  let rest: Buffer = Buffer.alloc(0);
  let header = HEADER;
  let whole = false;
  for await (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece]);
    const tuple: Tuple = {
      bytes,
      view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length),
      at,
      size,
    };
    let start = Math.min(header, bytes.length);
    header -= start;
    for (let next = endOf(tuple, start); next !== null; next = endOf(tuple, start)) {
      take(tuple);
      start = next;
    }
    rest = bytes.subarray(start);
    whole = header === 0 && rest.length === 2 && rest.readInt16BE() === END;
  }
  if (!whole) throw new Error("the copy of the database stopped halfway");
}

/** Finds the columns of the row that begins here. @returns where the next one begins, null when it is not there whole. */
function endOf({ view, at, size }: Tuple, start: number): number | null {
  const end = view.byteLength;
  if (start + 2 > end) return null;
  const columns = view.getInt16(start);
  if (columns === END) return null;
  if (columns !== at.length) throw new Error(`a row has ${columns} columns and not ${at.length}`);
  let next = start + 2;
  for (let column = 0; column < columns; column += 1) {
    if (next + 4 > end) return null;
    const length = view.getInt32(next);
    next += 4;
    at[column] = next;
    size[column] = length;
    next += Math.max(0, length);
  }
  return next <= end ? next : null;
}
