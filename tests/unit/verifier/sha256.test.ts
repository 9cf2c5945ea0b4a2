import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { fromHex, sha256, toHex } from "@/verifier/sha256";

it("is to the bit what Node computes, around every block too", () => {
  for (let length = 0; length <= 260; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 7 + length) % 256);
    expect(toHex(sha256(bytes))).toBe(createHash("sha256").update(bytes).digest("hex"));
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
      expect(toHex(sha256(bytes))).toBe(createHash("sha256").update(bytes).digest("hex"));
      expect(fromHex(toHex(bytes))).toEqual(bytes);
    }),
  );
});
