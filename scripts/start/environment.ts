import { type EmbeddedDatabase, openEmbeddedDatabase } from "../database/embedded.ts";
import { inData } from "./project.ts";
import { checkpointKeyFile, secrets } from "./secrets.ts";

/** What the application and the commands read; the same names in a container (see docker-compose.yml). */
export interface Environment extends Readonly<Record<string, string>> {
  readonly DATABASE_URL: string;
  readonly MIGRATE_DATABASE_URL: string;
  readonly CONTEXT_KEY: string;
}

export interface OpenEnvironment {
  readonly variables: Environment;
  /** Undefined when DATABASE_URL names a server of somebody else. */
  readonly embedded: EmbeddedDatabase | undefined;
  readonly close: () => Promise<void>;
}

/** What was set from outside wins: only what is missing is made here. */
function own(name: string, value: () => string): string {
  return process.env[name] || value();
}

export function serverSecrets(): Readonly<Record<string, string>> {
  return {
    CONTEXT_KEY: own("CONTEXT_KEY", () => secrets().contextKey),
    NEXTAUTH_SECRET: own("NEXTAUTH_SECRET", () => secrets().nextAuthSecret),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: own("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", () => secrets().actionsKey),
    CHECKPOINT_KEY_FILE: own("CHECKPOINT_KEY_FILE", checkpointKeyFile),
    CHECKPOINT_DIR: own("CHECKPOINT_DIR", () => inData("checkpoints")),
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
    TZ: "UTC",
  };
}

function withoutOwnDatabase(url: string): OpenEnvironment {
  const { MIGRATE_DATABASE_URL = "", VERIFIER_DATABASE_URL = url } = process.env;
  const shared = serverSecrets();
  return {
    variables: {
      ...shared,
      CONTEXT_KEY: shared.CONTEXT_KEY ?? "",
      DATABASE_URL: url,
      MIGRATE_DATABASE_URL,
      VERIFIER_DATABASE_URL,
    },
    embedded: undefined,
    close: () => Promise.resolve(),
  };
}

/** The environment of one run: DATABASE_URL when it is set, else the embedded database, started when it is not up. */
export async function openEnvironment(doing: string): Promise<OpenEnvironment> {
  if (process.env.DATABASE_URL) return withoutOwnDatabase(process.env.DATABASE_URL);
  const embedded = await openEmbeddedDatabase(doing);
  const { app, owner, verifier } = embedded.addresses;
  const shared = serverSecrets();
  return {
    variables: {
      ...shared,
      CONTEXT_KEY: shared.CONTEXT_KEY ?? "",
      DATABASE_URL: app,
      MIGRATE_DATABASE_URL: owner,
      VERIFIER_DATABASE_URL: verifier,
    },
    embedded,
    close: embedded.stop,
  };
}
