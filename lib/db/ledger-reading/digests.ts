import { hash } from "node:crypto";
import type { Digests } from "@/lib/domain/ledger/verify";

/** SHA-256 in one call: for a million small inputs several times as fast as a hash object each. */
export const digests: Digests = {
  sha256: (bytes) => bytesOf(hash("sha256", bytes, "binary")),
  sha256Hex: (text) => hash("sha256", text, "hex"),
  toHex: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex"),
  fromHex: (text) => Buffer.from(text, "hex"),
};

/** A digest in memory of its own: faster than the buffer that `hash` can give, and who keeps it keeps no more than it. */
function bytesOf(digest: string): Uint8Array {
  const bytes = new Uint8Array(digest.length);
  for (let at = 0; at < digest.length; at += 1) bytes[at] = digest.charCodeAt(at);
  return bytes;
}
