import { sign } from "node:crypto";
import { readSigningKey } from "@/lib/db/checkpoints/sign-checkpoints";
import type { Signer } from "@/lib/exports/package/plan";

/** Signs manifests with the key of the checkpoints; null where this installation has none. */
export async function manifestSigner(keyFile: string | undefined): Promise<Signer | null> {
  if (!keyFile) return null;
  const { privateKey, published } = await readSigningKey(keyFile);
  return {
    keyId: published.id,
    pem: published.pem,
    sign: (bytes) => sign(null, bytes, privateKey).toString("hex"),
  };
}
