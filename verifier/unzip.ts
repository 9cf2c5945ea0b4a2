import { crc32 } from "@/lib/domain/proof/row-marks";
import { type Files, type Platform, textOf, withoutFolder } from "./platform";

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LARGE = 0xffff_ffff;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** The files of a zip. @throws Error when it is none, or was cut off. */
export function unzip(bytes: Uint8Array, inflate: Platform["inflate"]): Files {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(view, bytes);
  const { prefix } = withoutFolder([...entries.keys()]);
  const found = new Map([...entries].map(([name, entry]) => [name.slice(prefix.length), entry]));
  return {
    names: [...found.keys()],
    read: async (name) => {
      const entry = found.get(name);
      if (entry === undefined) return null;
      const { at, packed, size, method, crc } = entry;
      const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
      const data = bytes.subarray(from, from + packed);
      const content = method === 0 ? data : await inflate(data, size);
      if (content.length !== size || crc32(content) !== crc) throw new Error(`${name}: zip`);
      return content;
    },
  };
}

function directory(view: DataView, bytes: Uint8Array): Map<string, Entry> {
  let end = view.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new Error("zip");
  let [left, at] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  if (at === LARGE || left === 0xffff) {
    if (view.getUint32(end - 20, true) !== LOCATOR_64) throw new Error("zip");
    const far = Number(view.getBigUint64(end - 12, true));
    if (view.getUint32(far, true) !== END_64) throw new Error("zip");
    left = Number(view.getBigUint64(far + 32, true));
    at = Number(view.getBigUint64(far + 48, true));
  }
  const found = new Map<string, Entry>();
  for (; left > 0; left -= 1) {
    const [nameLength, extraLength, noteLength] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ];
    const name = textOf(bytes.subarray(at + 46, at + 46 + nameLength));
    const sizes = largeSizes(view, at, at + 46 + nameLength, extraLength);
    if (!name.endsWith("/"))
      found.set(name, {
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        ...sizes,
      });
    at += 46 + nameLength + extraLength + noteLength;
  }
  return found;
}

/** Size, packed size and place: in the record itself, or where they do not fit there in what stands behind the name. */
function largeSizes(view: DataView, at: number, extra: number, length: number) {
  const said = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    at: view.getUint32(at + 42, true),
  };
  for (let here = extra; here + 4 <= extra + length; here += 4 + view.getUint16(here + 2, true)) {
    if (view.getUint16(here, true) !== 1) continue;
    let field = here + 4;
    for (const name of ["size", "packed", "at"] as const) {
      if (said[name] !== LARGE) continue;
      said[name] = Number(view.getBigUint64(field, true));
      field += 8;
    }
  }
  return said;
}
