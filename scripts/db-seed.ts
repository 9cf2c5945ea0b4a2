/**
 * Loads the published figures and, with the practice profile, the practice programme. What is there stays as it is.
 *   npm run db:seed -- [--profile practice|published] [--json FILE]
 * Needs MIGRATE_DATABASE_URL (owner of the tables) and CONTEXT_KEY. PRACTICE_PASSWORD sets the practice accounts'
 * password; without it a new one is made whenever --json asks for it.
 */
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import pg from "pg";
import { closePool } from "../lib/db/pool.ts";

const { values } = parseArgs({
  options: {
    profile: { type: "string", default: "practice" },
    "if-empty": { type: "boolean", default: false },
    json: { type: "string" },
  },
});
if (values.profile !== "practice" && values.profile !== "published") {
  console.error(`--profile is "${values.profile}"; give "practice" or "published".`);
  process.exit(2);
}
const ownerUrl = process.env.MIGRATE_DATABASE_URL;
if (!ownerUrl) {
  console.error(
    "MIGRATE_DATABASE_URL is not set: give the address of PostgreSQL with the role that owns the tables.",
  );
  process.exit(2);
}

const owner = new pg.Client({ connectionString: ownerUrl });
await owner.connect();
const { rows } = await owner.query<{ code: string }>("SELECT code FROM programme");
await owner.end();
const present = new Set(rows.map(({ code }) => code));
// Reference data are written by the owner of the tables; row-level security is forced on it as well.
process.env.DATABASE_URL = ownerUrl;

if (!present.has("nplv")) {
  const { loadPublished } = await import("../prisma/seed/published.ts");
  await loadPublished();
  console.log("Published figures of the NPLV: loaded.");
}

if (values.profile === "practice" && !(values["if-empty"] && present.has("oefen") && !values.json)) {
  const { describePractice, loadPractice, setPracticePassword } = await import("../prisma/seed/practice.ts");
  const password = process.env.PRACTICE_PASSWORD ?? `oefenen-${randomBytes(6).toString("hex")}`;
  if (!present.has("oefen")) {
    await loadPractice(password);
    console.log("Practice programme: loaded.");
  } else {
    await setPracticePassword(password);
  }
  if (values.json) {
    writeFileSync(values.json, `${JSON.stringify(await describePractice(password), null, 2)}\n`, {
      mode: 0o600,
    });
    console.log(`Accounts, object ids and canaries: ${values.json}`);
  } else if (!present.has("oefen")) {
    console.log(`Practice accounts sign in with the password ${password}`);
  }
}
await closePool();
