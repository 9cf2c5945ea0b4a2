import { LONGEST_LINES } from "@/lib/domain/distribution/typed-values";
import type { BlockingReason } from "@/lib/domain/refusal";
import { decoded } from "../decoded";

const kilobytes = (size: number) => String(Math.ceil(size / 1_000));

/** What stands in a file of codes and values, or why it is not looked at: a workbook, a picture, far too much. */
export function readValueFile(name: string, bytes: Uint8Array): string | BlockingReason {
  const reason = (problem: string, facts: Record<string, string>): BlockingReason => ({
    code: `distribution.values.${problem}`,
    field: "file",
    facts: { name: name.slice(-120), ...facts },
  });
  if (bytes.length > LONGEST_LINES)
    return reason("too_large", { given: kilobytes(bytes.length), most: kilobytes(LONGEST_LINES) });
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (zipped || bytes.includes(0)) return reason("not_a_csv", {});
  return decoded(bytes);
}
