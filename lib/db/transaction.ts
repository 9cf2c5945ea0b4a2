import type { ClientBase, QueryResultRow } from "pg";
import type { Actor } from "@/lib/domain/access";
import { contextToken } from "./context-token";
import type { Prisma } from "./generated/client";
import { opening, prisma } from "./pool";
import { asRefusal } from "./refusals";

/** A transaction that carries the actor: row-level security sees it in every statement. */
export type Tx = Prisma.TransactionClient;

interface Limits {
  readonly maxWait: number;
  readonly timeout: number;
  /** Left out: every statement sees what was committed before it. */
  readonly isolationLevel?: "RepeatableRead";
}

const LIMITS: Limits = { maxWait: 10_000, timeout: 60_000 };
/** For work on a hundred thousand lines at once. */
export const LONG: Limits = { maxWait: 10_000, timeout: 600_000 };
/** For figures that are held against each other: every statement sees the same, whatever is committed meanwhile. */
export const ONE_VIEW: Limits = { ...LONG, isolationLevel: "RepeatableRead" };

/** The connection of each transaction. */
const connections = new WeakMap<Tx, ClientBase>();

/**
 * Runs a statement in the transaction, past Prisma, which turns parameters to JSON and back and keeps those of its last
 * hundred statements for a log that nobody reads: megabytes each, for thousands of lines in one parameter.
 * @returns the rows as pg reads them: text as text; what else there is, is cast to text in the statement
 * @throws what PostgreSQL says, as it says it; `inContext` makes a Refusal of it
 */
export async function queryLarge<Row extends QueryResultRow>(
  tx: Tx,
  { text, values }: Prisma.Sql,
): Promise<Row[]> {
  // Prisma refuses when the time of the transaction is over: the connection may be somebody else's by then.
  await tx.$queryRaw`SELECT 1 AS open`;
  const connection = connections.get(tx);
  if (connection === undefined) throw new Error("this transaction was not opened by inContext");
  return (await connection.query<Row>(text, [...values])).rows;
}

/**
 * Runs work as this actor in one transaction, READ COMMITTED unless the limits say otherwise.
 * @throws Refusal when a guard of the database said no; the transaction is then rolled back whole.
 */
export async function inContext<T>(
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  limits: Limits = LIMITS,
): Promise<T> {
  let connection: ClientBase | undefined;
  const opened = async (tx: Tx): Promise<T> => {
    if (connection === undefined) throw new Error("Prisma opened a transaction elsewhere than in the pool");
    connections.set(tx, connection);
    const token = contextToken(actor, Date.now(), 2 * (limits.timeout / 1000));
    await tx.$queryRaw`SELECT set_config('app.context', ${token}, true)`;
    return work(tx);
  };
  try {
    return await opening().run(
      (first) => (connection ??= first),
      () => prisma().$transaction(opened, limits),
    );
  } catch (error) {
    throw asRefusal(error);
  }
}

const SYSTEM: Actor = { personId: null, name: "system", scope: "system", roles: [], organisationIds: [] };

/** For sign-in, jobs and seeding: no person acts. The architecture test allows lib/auth and scripts only. */
export const asSystem = <T>(work: (tx: Tx) => Promise<T>, limits: Limits = LIMITS): Promise<T> =>
  inContext(SYSTEM, work, limits);
