import { count, decimalMark } from "./digits";
import type { Locale } from "./locale";

/** Where somebody's exports are, or one of them. */
export const exportsPath = (programme: string, id?: string): string =>
  `/programma/${programme}/exports${id === undefined ? "" : `/${id}`}`;

const UNITS = ["kB", "MB", "GB"] as const;

/** "812 bytes", "4,2 MB": of files, so in thousands. */
export function fileSize(bytes: bigint, locale: Locale): string {
  if (bytes < 1000n) return `${count(bytes, locale)} bytes`;
  let [unit, size] = [0, 1000n];
  while (unit < UNITS.length - 1 && bytes >= size * 1000n) {
    unit += 1;
    size *= 1000n;
  }
  const tenths = (bytes * 10n + size / 2n) / size;
  return `${count(tenths / 10n, locale)}${decimalMark(locale)}${tenths % 10n} ${UNITS[unit]}`;
}

/** Hundredths of what there is to do, for a bar; null when that is not known. */
export function progressOf(rows: bigint, expected: bigint | null): number | null {
  if (expected === null || expected === 0n) return null;
  return Number((rows * 100n) / expected);
}
