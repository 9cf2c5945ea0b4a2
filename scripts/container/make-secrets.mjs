// Makes the secrets of docker-compose.yml where they are missing: node scripts/container/make-secrets.mjs
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), ".data/container");
const password = () => randomBytes(24).toString("base64url");
const SECRETS = {
  postgres_password: password,
  owner_password: password,
  app_password: password,
  verifier_password: password,
  context_key: () => randomBytes(32).toString("hex"),
  nextauth_secret: () => randomBytes(32).toString("base64"),
  checkpoint_key: () => generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }),
};

// The folder keeps others on this machine out; the files are readable because the containers' users are not ours.
mkdirSync(folder, { recursive: true, mode: 0o700 });
for (const [name, make] of Object.entries(SECRETS)) {
  try {
    writeFileSync(join(folder, name), make(), { mode: 0o644, flag: "wx" });
    console.log(`made ${name}`);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
}
