/** One export of the journal in a process of its own, so that its memory is that of an export and of nothing else. */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { closePool } from "@/lib/db/pool";
import { issueGrant } from "@/lib/domain/access";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { exportJournalCsv } from "@/lib/queries/exports/journal-export";

const [programmeId = "", file = ""] = process.argv.slice(2);
const grant = issueGrant("journal:read", {
  personId: null,
  name: "bench",
  scope: "system",
  roles: [],
  organisationIds: [],
});
const DIALECT = { separator: ",", decimal: "." } as const;
const started = performance.now();
const { rows } = await exportJournalCsv(grant, programmeId, DIALECT, instantNow(new Date()));
await pipeline(Readable.from(rows), createWriteStream(file));
const seconds = (performance.now() - started) / 1000;
await closePool();
console.log(JSON.stringify({ seconds, resident: process.resourceUsage().maxRSS * 1024 }));
