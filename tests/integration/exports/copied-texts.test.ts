import fc from "fast-check";
import { expect, it } from "vitest";
import { copiedTexts } from "@/lib/db/ledger-reading/copied-texts";

/** A binary COPY of one column, as PostgreSQL's manual describes it. */
function binaryCopy(texts: readonly string[]): Buffer {
  const head = Buffer.concat([Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"), Buffer.alloc(8)]);
  const rows = texts.map((text) => {
    const frame = Buffer.alloc(6);
    frame.writeInt16BE(1, 0);
    frame.writeInt32BE(Buffer.byteLength(text), 2);
    return Buffer.concat([frame, Buffer.from(text)]);
  });
  return Buffer.concat([head, ...rows, Buffer.from([0xff, 0xff])]);
}

async function* cut(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

it("gives the texts of a binary copy, wherever its pieces are cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: "grapheme" })),
      fc.integer({ min: 1, max: 64 }),
      async (texts, size) => {
        const pieces: Uint8Array[] = [];
        for await (const piece of copiedTexts(cut(binaryCopy(texts), size))) pieces.push(piece);
        expect(Buffer.concat(pieces).toString("utf8")).toBe(texts.join(""));
      },
    ),
  );
});

it("says so when a copy stops halfway a text", async () => {
  const half = binaryCopy(["een heel verhaal"]).subarray(0, 30);
  await expect(async () => {
    for await (const _ of copiedTexts(cut(half, 8)));
  }).rejects.toThrow("halfway");
});
