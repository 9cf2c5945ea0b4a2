/** The journal as another program for accounting reads it, made in a process of its own. */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { closePool } from "@/lib/db/pool";
import { issueGrant } from "@/lib/domain/access";
import { BOOKKEEPING_FORMATS, journalForBookkeeping } from "@/lib/exports/journal-file";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

const [code = "", file = "", wanted = ""] = process.argv.slice(2);
const format = BOOKKEEPING_FORMATS.find((one) => one === wanted);
if (format === undefined) throw new Error(`The formats are ${BOOKKEEPING_FORMATS.join(", ")}.`);
const system = { personId: null, name: "bench", scope: "system", roles: [], organisationIds: [] } as const;
const programme = await findProgramme(issueGrant("export:read", system), code);
const asked = { params: {}, locale: "nl", now: new Date() } as const;
const started = performance.now();
const { bytes } = await journalForBookkeeping(issueGrant("journal:read", system), programme, asked, format);
await pipeline(Readable.from(bytes), createWriteStream(file));
const seconds = (performance.now() - started) / 1000;
await closePool();
console.log(JSON.stringify({ seconds, resident: process.resourceUsage().maxRSS * 1024 }));
