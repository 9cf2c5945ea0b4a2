import { END, HEADER } from "./copied-tuples";

/** Number of columns (2 bytes) and length of the value (4 bytes) before each text. */
const FRAME = 6;

/** The texts of a binary COPY with one column, without what COPY writes around them; pieces are cut where they come. */
export async function* copiedTexts(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Buffer = Buffer.alloc(0);
  let begun = false;
  let whole = false;
  for await (const piece of source) {
    const all = Buffer.allocUnsafe(rest.length + piece.byteLength);
    all.set(rest);
    all.set(piece, rest.length);
    let at = begun ? 0 : HEADER;
    if (all.length < at + 2) {
      rest = all;
      continue;
    }
    begun = true;
    // The texts move to the front of the same bytes: what was read is longer than what is given.
    let to = 0;
    while (all.length >= at + FRAME) {
      const end = at + FRAME + Math.max(0, all.readInt32BE(at + 2));
      if (end > all.length) break;
      to += all.copy(all, to, at + FRAME, end);
      at = end;
    }
    rest = all.subarray(at);
    whole = rest.length === 2 && rest.readInt16BE(0) === END;
    if (to > 0) yield all.subarray(0, to);
  }
  if (!whole) throw new Error("the copy of the database stopped halfway");
}
