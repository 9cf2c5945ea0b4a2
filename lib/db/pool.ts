import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client";

type Hears = (connection: pg.PoolClient) => void;
type Taken = Parameters<pg.Pool["connect"]>[0];

/** One pool per process, shared by Prisma and by raw SQL; development reloads keep it. */
const store = globalThis as unknown as {
  geldstroomPool?: pg.Pool;
  geldstroomPrisma?: PrismaClient;
  geldstroomOpening?: AsyncLocalStorage<Hears>;
};

/** Hears which connection a transaction of Prisma's is on; Prisma itself does not say. */
export const opening = (): AsyncLocalStorage<Hears> => (store.geldstroomOpening ??= new AsyncLocalStorage());

class Pool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(taken: Taken): void;
  override connect(taken?: Taken): Promise<pg.PoolClient> | void {
    if (taken !== undefined) return super.connect(taken);
    return super.connect().then((connection) => {
      opening().getStore()?.(connection);
      return connection;
    });
  }
}

function makePool(): pg.Pool {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString)
    throw new Error("DATABASE_URL is not set: give the address of PostgreSQL with the application role.");
  const pool = new Pool({
    connectionString,
    max: Number(process.env.DATABASE_POOL ?? "10"),
    application_name: "geldstroom",
  });
  // A lost server must not end the process: the next query gets a fresh connection or its own error.
  pool.on("error", () => {});
  return pool;
}

export const pool = (): pg.Pool => (store.geldstroomPool ??= makePool());

export const prisma = (): PrismaClient =>
  (store.geldstroomPrisma ??= new PrismaClient({ adapter: new PrismaPg(pool()) }));

export async function closePool(): Promise<void> {
  await store.geldstroomPrisma?.$disconnect();
  await store.geldstroomPool?.end();
  delete store.geldstroomPrisma;
  delete store.geldstroomPool;
}
