import { unzipSync } from "fflate/browser";
import { type Files, withoutFolder } from "./platform";

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** The files of a zip, each unpacked when it is read. @throws Error when it is none, or was cut off. */
export function unzip(bytes: Uint8Array): Files {
  const all: string[] = [];
  unzipSync(bytes, { filter: ({ name }) => !name.endsWith("/") && all.push(name) < 0 });
  const { prefix } = withoutFolder(all);
  return {
    names: all.map((name) => name.slice(prefix.length)),
    read: async (name) => {
      const whole = prefix + name;
      let size = 0;
      const content = unzipSync(bytes, {
        filter: (file) => {
          if (file.name !== whole) return false;
          size = file.originalSize;
          return true;
        },
      })[whole];
      // Of a damaged file the library gives what it could unpack.
      if (content !== undefined && content.length !== size) throw new Error(`${name}: zip`);
      return content ?? null;
    },
  };
}
