/**
 * Loads the published figures and, with the practice profile, the practice programme. Runs as the owner of the tables.
 *   npm run db:seed -- [--profile practice|published] [--if-empty] [--json FILE]
 */
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import pg from "pg";

const { values } = parseArgs({
  options: {
    profile: { type: "string", default: "practice" },
    "if-empty": { type: "boolean", default: false },
    json: { type: "string" },
  },
});
if (values.profile !== "practice" && values.profile !== "published") {
  console.error(`--profile is "${values.profile}", give "practice" or "published".`);
  process.exit(2);
}
const ownerUrl = process.env.MIGRATE_DATABASE_URL;
const applicationUrl = process.env.DATABASE_URL;
if (!ownerUrl || !applicationUrl) {
  console.error("Set MIGRATE_DATABASE_URL (owner of the tables) and DATABASE_URL (application role).");
  process.exit(2);
}

const owner = new pg.Client({ connectionString: ownerUrl });
await owner.connect();
const { rows } = await owner.query<{ code: string }>("SELECT code FROM programme");
const present = new Set(rows.map(({ code }) => code));

if (!present.has("nplv")) {
  const { loadPublished } = await import("../prisma/seed/published.ts");
  await owner.query("BEGIN");
  await loadPublished(owner);
  await owner.query("COMMIT");
  console.log("Published figures of the NPLV: loaded.");
}
await owner.end();

if (values.profile === "practice" && !present.has("oefen")) {
  const { loadPractice } = await import("../prisma/seed/practice.ts");
  const password = process.env.PRACTICE_PASSWORD ?? `oefenen-${randomBytes(6).toString("hex")}`;
  const made = await loadPractice({ ownerUrl, applicationUrl, password });
  if (values.json) writeFileSync(values.json, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  console.log(`Practice programme: loaded, ${made.accounts.length} accounts.`);
} else if (values.json && values.profile === "practice") {
  console.error("The practice programme is already there; its passwords are not kept, so there is nothing to write.");
  process.exit(values["if-empty"] ? 0 : 1);
}
