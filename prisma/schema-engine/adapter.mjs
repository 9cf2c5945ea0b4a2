// @prisma/adapter-pg 7.10 is made for queries. Three things differ for migrations:
//  1. system catalogues return "char" (type 18), which the adapter rejects: handed over as a character;
//  2. its executeScript splits on ";", which breaks functions, DO blocks and quoted text: sent as one message;
//  3. an engine works in one session (advisory lock, search_path): a pool of one that is never idled out.
import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import { createDatabase, dropDatabase, postgresUrl, schemaOf } from "./server.mjs";

const CHAR = 18;
const BPCHAR = 1042;

let lastError;

/** The database's own error of the last script, once. */
export function takeLastError() {
  const error = lastError;
  lastError = undefined;
  return error;
}

function forMigrations(adapter) {
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  let characters = [];
  adapter.performIO = async (request) => {
    const result = await performIO(request);
    const fields = result.fields ?? [];
    characters = fields.map(({ dataTypeID }) => dataTypeID === CHAR);
    for (const field of fields) if (field.dataTypeID === CHAR) field.dataTypeID = BPCHAR;
    return result;
  };
  adapter.queryRaw = async (request) => {
    const result = await queryRaw(request);
    characters.forEach((is, column) => {
      if (is) result.columnTypes[column] = ColumnTypeEnum.Character;
    });
    return result;
  };
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      lastError = error;
      adapter.onError(error);
    }
  };
  return adapter;
}

async function connect(url, database) {
  const schema = schemaOf(url);
  const path = schema ? { options: `-c search_path=${schema}` } : {};
  const connection = { connectionString: postgresUrl(url, database), max: 1, idleTimeoutMillis: 0, ...path };
  return forMigrations(await new PrismaPg(connection, { schema }).connect());
}

export class MigrationAdapterFactory {
  provider = "postgres";
  adapterName = "@prisma/adapter-pg";

  constructor(url, shadowUrl) {
    this.url = url;
    this.shadowUrl = shadowUrl;
  }

  connect() {
    return connect(this.url);
  }

  /** The database that migrations are replayed in: the one that was given, or one made and dropped again. */
  async connectToShadowDb() {
    if (this.shadowUrl) return connect(this.shadowUrl);
    const name = await createDatabase(this.url, `prisma_migrate_shadow_db_${randomUUID()}`);
    const adapter = await connect(this.url, name);
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      await dropDatabase(this.url, name);
    };
    return adapter;
  }
}
