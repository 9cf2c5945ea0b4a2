/** The entries of a programme as a workbook, in a process of its own, so that its memory is that of the file and nothing else. */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { closePool } from "@/lib/db/pool";
import { type Grant, issueGrant, type Permission } from "@/lib/domain/access";
import { ledgerFile } from "@/lib/exports/ledger-file";
import { tableBytes } from "@/lib/exports/table-bytes";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

const [code = "", file = ""] = process.argv.slice(2);
const grantFor = <P extends Permission>(permission: P): Grant<P> =>
  issueGrant(permission, { personId: null, name: "bench", scope: "system", roles: [], organisationIds: [] });
const started = performance.now();
const programme = await findProgramme(grantFor("export:read"), code);
const asked = { params: {}, locale: "nl", now: new Date() } as const;
const made = await ledgerFile(grantFor("journal:read"), programme, asked);
const resting = process.memoryUsage.rss();
const bytes = await tableBytes(made, "xlsx", asked.locale);
await pipeline(Readable.from(bytes), createWriteStream(file));
const seconds = (performance.now() - started) / 1000;
await closePool();
console.log(JSON.stringify({ seconds, resting, resident: process.resourceUsage().maxRSS * 1024 }));
