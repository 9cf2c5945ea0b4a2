import pg from "pg";
import { afterAll } from "vitest";
import { openTestDatabase, type TestDatabase } from "./database";

/** A database of this test file with a connection as its owner and one as the application; closed when the file has ended. */
export async function openConnections(): Promise<{ db: TestDatabase; owner: pg.Client; app: pg.Client }> {
  const db = await openTestDatabase();
  const owner = new pg.Client(db.ownerUrl);
  const app = new pg.Client(db.appUrl);
  await Promise.all([owner.connect(), app.connect()]);
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await db.close();
  });
  return { db, owner, app };
}
