import { expect, it } from "vitest";
import { readRange } from "@/lib/domain/exports/job";

it.each([
  ["bytes=0-0", { from: 0n, to: 0n }],
  ["bytes=10-", { from: 10n, to: 99n }],
  ["bytes=-10", { from: 90n, to: 99n }],
  ["bytes=-1000", { from: 0n, to: 99n }],
  ["bytes=90-1000", { from: 90n, to: 99n }],
  ["bytes=100-", "outside"],
  ["bytes=-0", "outside"],
  // What is not understood, and more than one part: the whole.
  ["bytes=20-10", null],
  ["bytes=0-1,5-6", null],
  ["bytes=-", null],
  ["pages=1-2", null],
  [null, null],
] as const)("of 100 bytes %s is %o", (header, part) => {
  expect(readRange(header, 100n)).toEqual(part);
});
