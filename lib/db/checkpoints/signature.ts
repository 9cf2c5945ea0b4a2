import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { type Checkpoint, type SignedCheckpoint, signedText } from "@/lib/domain/ledger/checkpoint";

/** Names a key by what everybody can compute from its public half. */
export function keyIdOf(publicKey: KeyObject): string {
  const spki = publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(spki).digest("hex").slice(0, 32);
}

export function signCheckpoint(privateKey: KeyObject, what: Omit<Checkpoint, "keyId">): SignedCheckpoint {
  const checkpoint = { ...what, keyId: keyIdOf(createPublicKey(privateKey)) };
  return {
    ...checkpoint,
    signature: sign(null, Buffer.from(signedText(checkpoint)), privateKey).toString("hex"),
  };
}

export type SignatureState = "valid" | "invalid" | "unknown_key";

/** Whether the key that the checkpoint names signed exactly this. Another key, however trusted, does not count. */
export function signatureState(
  checkpoint: SignedCheckpoint,
  publicKeys: ReadonlyMap<string, KeyObject>,
): SignatureState {
  const key = publicKeys.get(checkpoint.keyId);
  if (key === undefined) return "unknown_key";
  const valid = verify(
    null,
    Buffer.from(signedText(checkpoint)),
    key,
    Buffer.from(checkpoint.signature, "hex"),
  );
  return valid ? "valid" : "invalid";
}
