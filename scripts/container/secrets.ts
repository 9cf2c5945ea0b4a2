/**
 * Loaded before anything else in a container: secrets arrive as files, the programs read variables. NAME_FILE gives
 * NAME; DATABASE_PASSWORD_FILE goes into DATABASE_URL, so that no address with a password stands in a compose file.
 */
import { readFileSync } from "node:fs";

const SECRETS = [
  "CONTEXT_KEY",
  "NEXTAUTH_SECRET",
  "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
  "OIDC_CLIENT_SECRET",
];
const ADDRESSES = ["DATABASE", "MIGRATE_DATABASE", "VERIFIER_DATABASE"];

function content(variable: string): string | undefined {
  const file = process.env[variable];
  return file ? readFileSync(file, "utf8").trim() : undefined;
}

for (const name of SECRETS) {
  const secret = content(`${name}_FILE`);
  if (secret !== undefined) process.env[name] = secret;
}
for (const name of ADDRESSES) {
  const password = content(`${name}_PASSWORD_FILE`);
  const address = process.env[`${name}_URL`];
  if (password === undefined || !address) continue;
  const url = new URL(address);
  url.password = encodeURIComponent(password);
  process.env[`${name}_URL`] = url.toString();
}
