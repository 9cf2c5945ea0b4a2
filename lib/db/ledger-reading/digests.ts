import { hash } from "node:crypto";
import type { Digests } from "@/lib/domain/ledger/verify";

/** SHA-256 in one call: for a million small inputs several times as fast as a hash object each. */
export const digests: Digests = {
  sha256: (bytes) => hash("sha256", bytes, "buffer"),
  sha256Hex: (text) => hash("sha256", text, "hex"),
  toHex: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex"),
  fromHex: (text) => Buffer.from(text, "hex"),
};
