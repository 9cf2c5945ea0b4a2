import { join } from "node:path";
import type { Addresses } from "@/scripts/database/roles";
import { type Environment, serverSecrets } from "@/scripts/start/environment";
import type { ThrowawayServer } from "@/scripts/test/throwaway";

/** What the application reads, for a throw-away database; the key of the build stays that of the build. */
export function variablesFor(
  { secrets }: ThrowawayServer,
  addresses: Addresses,
  folder: string,
): Environment {
  return {
    ...serverSecrets(),
    CONTEXT_KEY: secrets.contextKey,
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
    DATABASE_URL: addresses.app,
    MIGRATE_DATABASE_URL: addresses.owner,
    VERIFIER_DATABASE_URL: addresses.verifier,
    CHECKPOINT_DIR: join(folder, "checkpoints"),
  };
}
