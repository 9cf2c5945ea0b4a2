import { createPublicKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, linkSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { inData } from "./project.ts";

export interface Secrets {
  readonly superuserPassword: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
  readonly verifierPassword: string;
  readonly nextAuthSecret: string;
  /** Signs who acts, for the database: see lib/db/context-token.ts. */
  readonly contextKey: string;
  /** Encrypts what a server action closes over; the same in the build and in every instance of it. */
  readonly actionsKey: string;
}

const PRIVATE = 0o600;

const makeSecrets = (): Secrets => ({
  superuserPassword: randomBytes(24).toString("base64url"),
  ownerPassword: randomBytes(24).toString("base64url"),
  appPassword: randomBytes(24).toString("base64url"),
  verifierPassword: randomBytes(24).toString("base64url"),
  nextAuthSecret: randomBytes(32).toString("base64"),
  contextKey: randomBytes(32).toString("hex"),
  actionsKey: randomBytes(32).toString("base64"),
});

/** Whole or not at all, and the first writer wins: two starts at the same moment share what one of them made. */
function keepOnce(file: string, content: string): void {
  if (existsSync(file)) return;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content, { mode: PRIVATE });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    unlinkSync(draft);
  }
}

/** Made once for this project folder, readable by its owner only. */
export function secrets(): Secrets {
  const file = inData("secrets.json");
  keepOnce(file, `${JSON.stringify(makeSecrets(), null, 2)}\n`);
  return JSON.parse(readFileSync(file, "utf8")) as Secrets;
}

/** The Ed25519 key that signs checkpoints; it never enters the database. */
export function checkpointKeyFile(): string {
  const file = inData("checkpoint-key.pem");
  const made = generateKeyPairSync("ed25519").privateKey;
  keepOnce(file, made.export({ type: "pkcs8", format: "pem" }).toString());
  const verifies = createPublicKey(readFileSync(file)).export({ type: "spki", format: "pem" });
  keepOnce(inData("checkpoint-key.pub.pem"), verifies.toString());
  return file;
}
