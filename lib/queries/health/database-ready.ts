import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { pool } from "@/lib/db/pool";

const PATIENCE_MS = 2_000;

/** The newest migration that this build was made with (next.config.js); empty when it was not told. */
const newest = () => process.env.LATEST_MIGRATION ?? "";

async function ask(): Promise<boolean> {
  const { rows } = await pool().query<{ ready: boolean }>({
    text: `SELECT count(*) > 0 AND bool_and(finished_at IS NOT NULL)
                  AND ($1 = '' OR bool_or(migration_name = $1)) AS ready
             FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
    values: [newest()],
  });
  return rows[0]?.ready === true;
}

/** True when the database answers soon, every migration that was begun was finished, and this build knows them. */
export async function databaseReady(): Promise<boolean> {
  const asked = ask().catch(() => false);
  return Promise.race([asked, wait(PATIENCE_MS, false, { ref: false })]);
}
