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
      return unzipSync(bytes, { filter: (file) => file.name === whole })[whole] ?? null;
    },
  };
}
