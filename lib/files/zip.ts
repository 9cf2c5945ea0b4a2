import { Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

export interface ZipEntry {
  readonly path: string;
  readonly data: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
}

/** A short text that is not packed: some formats are recognised by the bytes of their first entry. */
export interface StoredEntry {
  readonly path: string;
  readonly stored: string;
}

interface Written {
  readonly path: Buffer;
  readonly method: number;
  readonly flags: number;
  readonly at: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

const STORED = 0;
const DEFLATE = 8;
/** Sizes follow the data (bit 3) because nobody knows them before; names are UTF-8 (bit 11). */
const FLAGS = 0x0808;
/** Of what is stored the size is known before. */
const STORED_FLAGS = 0x0800;
/** 1 January 1980: the same content always gives the same bytes. */
const NO_DATE = 0x0021;

/** A zip archive that is made while it is read: memory does not grow with the content. Up to 4 GiB. */
export async function* zip(
  entries: Iterable<ZipEntry | StoredEntry> | AsyncIterable<ZipEntry | StoredEntry>,
): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let at = 0;
  for await (const entry of entries) {
    const start = at;
    const name = Buffer.from(entry.path);
    if ("stored" in entry) {
      const bytes = Buffer.from(entry.stored);
      const size = bytes.length;
      const one = {
        path: name,
        at: start,
        method: STORED,
        flags: STORED_FLAGS,
        crc: crc32(bytes),
        packed: size,
        size,
      };
      const whole = Buffer.concat([localHeader(one), bytes]);
      written.push(one);
      at += whole.length;
      yield whole;
      continue;
    }
    const { data } = entry;
    const head = localHeader({ path: name, method: DEFLATE, flags: FLAGS, crc: 0, packed: 0, size: 0 });
    at += head.length;
    yield head;
    let [crc, size, packed] = [0, 0, 0];
    const counted = (async function* () {
      for await (const piece of data) {
        const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
        crc = crc32(bytes, crc);
        size += bytes.length;
        yield bytes;
      }
    })();
    for await (const piece of deflated(counted)) {
      packed += piece.length;
      at += piece.length;
      yield piece;
    }
    if (at > 0xffff_ffff || size > 0xffff_ffff)
      throw new RangeError("This workbook is larger than 4 GiB; export it as csv.");
    written.push({ path: name, at: start, method: DEFLATE, flags: FLAGS, crc, packed, size });
    const tail = descriptor(crc, packed, size);
    at += tail.length;
    yield tail;
  }
  yield directory(written, at);
}

async function* deflated(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const input = Readable.from(source, { objectMode: false });
  const output = createDeflateRaw({ level: 6 });
  input.once("error", (error) => output.destroy(error));
  try {
    yield* input.pipe(output) as AsyncIterable<Uint8Array>;
  } finally {
    input.destroy();
  }
}

function localHeader({ path, method, flags, crc, packed, size }: Omit<Written, "at">): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(method, 8);
  head.writeUInt16LE(NO_DATE, 12);
  head.writeUInt32LE(crc, 14);
  head.writeUInt32LE(packed, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(path.length, 26);
  return Buffer.concat([head, path]);
}

function descriptor(crc: number, packed: number, size: number): Buffer {
  const tail = Buffer.alloc(16);
  tail.writeUInt32LE(0x08074b50, 0);
  tail.writeUInt32LE(crc, 4);
  tail.writeUInt32LE(packed, 8);
  tail.writeUInt32LE(size, 12);
  return tail;
}

function directory(written: readonly Written[], at: number): Buffer {
  const records = written.map(({ path, method, flags, at: start, crc, packed, size }) => {
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(20, 4);
    record.writeUInt16LE(20, 6);
    record.writeUInt16LE(flags, 8);
    record.writeUInt16LE(method, 10);
    record.writeUInt16LE(NO_DATE, 14);
    record.writeUInt32LE(crc, 16);
    record.writeUInt32LE(packed, 20);
    record.writeUInt32LE(size, 24);
    record.writeUInt16LE(path.length, 28);
    record.writeUInt32LE(start, 42);
    return Buffer.concat([record, path]);
  });
  const whole = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(whole.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([whole, end]);
}
