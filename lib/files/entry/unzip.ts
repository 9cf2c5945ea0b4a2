import { constants, inflateRawSync } from "node:zlib";
import { FILE_LIMITS } from "@/lib/domain/entry/entry-file";
import { RefusedFile } from "./refused-file";

interface Part {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

export interface ZipFile {
  readonly paths: readonly string[];
  readonly sizeOf: (path: string) => number;
  /** @throws RefusedFile `zip_bomb` when it unpacks to more than it says, or than is allowed. */
  readonly read: (path: string) => string;
  /** The first characters, without unpacking the rest. */
  readonly peek: (path: string) => string;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 1;
/** Deflate makes at most about a thousand bytes of one: so much of a part can be looked at for nothing. */
const PEEK = 32 * 1024;

const megabytes = (bytes: number) => String(Math.ceil(bytes / (1024 * 1024)));

function findEnd(bytes: Buffer): number {
  const stop = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= stop; at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  throw new RefusedFile("not_a_workbook");
}

function partsOf(bytes: Buffer): Map<string, Part> {
  const end = findEnd(bytes);
  const parts = new Map<string, Part>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY)
      throw new RefusedFile("not_a_workbook");
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const path = bytes.toString("utf8", at + 46, at + 46 + (name ?? 0));
    if ((flags & ENCRYPTED) !== 0) throw new RefusedFile("encrypted");
    parts.set(path, {
      method,
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}

/** Opens a zip file by its own list of contents. What it says it unpacks to is held against the limit by the caller. */
export function openZip(bytes: Buffer): ZipFile {
  const parts = partsOf(bytes);
  const data = (path: string): { part: Part; packed: Buffer } => {
    const part = parts.get(path);
    if (part === undefined || part.at + 30 > bytes.length || bytes.readUInt32LE(part.at) !== LOCAL)
      throw new RefusedFile("not_a_workbook");
    const start = part.at + 30 + bytes.readUInt16LE(part.at + 26) + bytes.readUInt16LE(part.at + 28);
    return { part, packed: bytes.subarray(start, start + part.packed) };
  };
  const bomb = (size: number) =>
    new RefusedFile("zip_bomb", { given: megabytes(size), most: megabytes(FILE_LIMITS.unpackedBytes) });
  return {
    paths: [...parts.keys()],
    sizeOf: (path) => parts.get(path)?.size ?? 0,
    read: (path) => {
      const { part, packed } = data(path);
      if (part.method === 0) return packed.toString("utf8");
      const most = Math.min(part.size, FILE_LIMITS.unpackedBytes);
      try {
        return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }).toString("utf8");
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE")
          throw bomb(Math.max(part.size, FILE_LIMITS.unpackedBytes + 1));
        throw new RefusedFile("not_a_workbook");
      }
    },
    peek: (path) => {
      const { part, packed } = data(path);
      if (part.method === 0) return packed.subarray(0, PEEK).toString("utf8");
      const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 2048 * PEEK };
      return inflateRawSync(packed.subarray(0, PEEK), options).toString("utf8", 0, 64 * PEEK);
    },
  };
}
