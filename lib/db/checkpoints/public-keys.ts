import { createPublicKey, type KeyObject } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { keyIdOf } from "./signature";

export interface PublishedKey {
  readonly id: string;
  readonly pem: string;
  readonly key: KeyObject;
}

/** Ed25519 public keys in PEM, by the name that checkpoints use for them. */
export function readPublicKey(pem: string): PublishedKey {
  const key = createPublicKey(pem);
  if (key.asymmetricKeyType !== "ed25519") throw new Error("a checkpoint key is an Ed25519 key");
  return { id: keyIdOf(key), pem: key.export({ type: "spki", format: "pem" }).toString(), key };
}

/** The keys that were published beside the checkpoints; none when this server has no checkpoint folder. */
export async function publishedKeys(folder = process.env.CHECKPOINT_DIR): Promise<PublishedKey[]> {
  if (!folder) return [];
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith(".pub.pem")).sort();
  return Promise.all(files.map(async (name) => readPublicKey(await readFile(join(folder, name), "utf8"))));
}
