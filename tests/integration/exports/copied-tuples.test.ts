import fc from "fast-check";
import { expect, it } from "vitest";
import { eachTuple } from "@/lib/db/ledger-reading/copied-tuples";

type Row = readonly (Buffer | null)[];

/** A binary COPY, as PostgreSQL's manual describes it. */
function binaryCopy(rows: readonly Row[]): Buffer {
  const int = (value: number, size: 2 | 4) => {
    const bytes = Buffer.alloc(size);
    bytes.writeIntBE(value, 0, size);
    return bytes;
  };
  const tuples = rows.flatMap((row) => [
    int(row.length, 2),
    ...row.flatMap((value) => (value === null ? [int(-1, 4)] : [int(value.length, 4), value])),
  ]);
  return Buffer.concat([Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"), Buffer.alloc(8), ...tuples, int(-1, 2)]);
}

async function* cut(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const rowsOf = async (source: AsyncIterable<Uint8Array>, columns: number): Promise<Row[]> => {
  const rows: Row[] = [];
  await eachTuple(source, columns, ({ bytes, at, size }) => {
    rows.push(
      Array.from(at, (from, column) => {
        const length = size[column] ?? -1;
        return length < 0 ? null : Buffer.from(bytes.subarray(from, from + length));
      }),
    );
  });
  return rows;
};

const value = fc.option(fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)));

it("gives the columns of every row of a binary copy, wherever its pieces are cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(value, value, value), { maxLength: 8 }),
      fc.integer({ min: 1, max: 64 }),
      async (given, size) => {
        expect(await rowsOf(cut(binaryCopy(given), size), 3)).toEqual(given);
      },
    ),
  );
});

it("says so when a copy stops halfway, between two rows as well as in one", async () => {
  const rows = binaryCopy([[Buffer.from("een")], [Buffer.from("twee")]]);
  for (const size of [rows.length - 2, rows.length - 4, 19 + 9, 10])
    await expect(rowsOf(cut(rows.subarray(0, size), 8), 1)).rejects.toThrow("halfway");
});

it("refuses rows with other columns than were asked for", async () => {
  await expect(rowsOf(cut(binaryCopy([[null, null]]), 8), 3)).rejects.toThrow("2 columns");
});
