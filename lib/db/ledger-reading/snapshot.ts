import type { ClientBase, QueryResultRow } from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { Actor } from "@/lib/domain/access";
import { contextToken } from "../context-token";
import type { Prisma } from "../generated/client";
import { pool } from "../pool";
import { copiedTexts } from "./copied-texts";

/** One unchanging view of the database, for reading more than fits in memory. Row-level security sees the actor. */
export interface Snapshot {
  readonly rows: <T extends QueryResultRow>(query: Prisma.Sql) => Promise<T[]>;
  /** A batch of rows at a time, in the order of the query. */
  batches<T extends QueryResultRow>(query: Prisma.Sql, size?: number): AsyncGenerator<T[]>;
  /** What a binary COPY of the query gives, as it comes: several times as fast as rows, and to be read to the end. */
  copied(query: Prisma.Sql): AsyncGenerator<Uint8Array>;
  /** The texts of a query with one column, one after the other, as UTF-8: several times as fast as rows. */
  texts(query: Prisma.Sql): AsyncGenerator<Uint8Array>;
  /** `aborted` gives the connection up: what PostgreSQL was still sending cannot be used by the next reader. */
  close(aborted?: boolean): Promise<void>;
}

type Reader = Pick<Actor, "personId" | "scope" | "organisationIds">;
type Connection = ClientBase & { release?: (destroy?: boolean) => void };

/** Opens a snapshot on the application's pool, in the context of the actor. */
export async function openSnapshot(actor: Reader): Promise<Snapshot> {
  const client = await pool().connect();
  try {
    return await snapshotOn(client, actor);
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** The same on a connection of one's own; without an actor for a role that needs no context, such as the verifier. */
export async function snapshotOn(client: Connection, actor: Reader | null): Promise<Snapshot> {
  // A context lasts two minutes and a long read more: every statement gets a new one.
  const renew = () =>
    actor === null
      ? undefined
      : client.query("SELECT set_config('app.context', $1, true)", [contextToken(actor)]);
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  let cursors = 0;
  const rows = async <T extends QueryResultRow>({ text, values }: Prisma.Sql) => {
    await renew();
    return (await client.query<T>(text, [...values])).rows;
  };
  const copied = async function* (query: Prisma.Sql): AsyncGenerator<Uint8Array> {
    await renew();
    const copy = `COPY (${literally(client, query)}) TO STDOUT (FORMAT binary, ENCODING 'UTF8')`;
    yield* client.query(copyTo(copy));
  };
  return {
    rows,
    async *batches<T extends QueryResultRow>({ text, values }: Prisma.Sql, size = 2000) {
      await renew();
      const name = `batches_${++cursors}`;
      await client.query(`DECLARE ${name} NO SCROLL CURSOR FOR ${text}`, [...values]);
      for (;;) {
        await renew();
        const batch = (await client.query<T>(`FETCH ${size} FROM ${name}`)).rows;
        if (batch.length === 0) break;
        yield batch;
      }
      await client.query(`CLOSE ${name}`);
    },
    copied,
    texts: (query) => copiedTexts(copied(query)),
    async close(aborted = false) {
      try {
        if (!aborted) await client.query("COMMIT");
      } finally {
        client.release?.(aborted);
      }
    },
  };
}

/** COPY takes no parameters, so values are written into the statement as quoted literals. */
function literally(client: ClientBase, { strings, values }: Prisma.Sql): string {
  return strings.reduce((text, part, index) => `${text}${literal(client, values[index - 1])}${part}`);
}

function literal(client: ClientBase, value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return String(value);
  if (typeof value === "string") return client.escapeLiteral(value);
  throw new TypeError("this value cannot be part of a COPY");
}
