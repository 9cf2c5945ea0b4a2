import { refusalOf } from "./check-file";
import { isWorkbook, refuseMacros } from "./read-workbook";
import type { RefusedFile } from "./refused-file";
import { openZip } from "./unzip";

/** What can be said of a file by its first bytes and its list of contents, without unpacking any of it. */
export function refuseUnread(
  bytes: Uint8Array<ArrayBuffer>,
  fileName: string,
): Pick<RefusedFile, "problem" | "facts"> | null {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (isWorkbook(buffer, fileName)) refuseMacros(openZip(buffer), fileName);
    return null;
  } catch (error) {
    const { problem, facts } = refusalOf(error);
    return { problem, facts: { name: fileName, ...facts } };
  }
}
