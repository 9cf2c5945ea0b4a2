/**
 * Writes a file that a screen also gives, without a screen; by itself the whole journal of a programme.
 *   npm run export -- [KIND] --programme CODE [--format csv|xlsx|ods|json|pdf|journal|beancount] [--ask "jaar=2026&..."]
 *     [--lang nl|en] [--proof] --out FILE
 * KIND is what the address of the screen's file is called (grootboek, toekenningen, ...; controlepakket for an audit
 * package), --ask the question behind it; journal is what hledger and ledger-cli read. With --proof the file is a zip with
 * what proves it, signed with the key in CHECKPOINT_KEY_FILE.
 */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { closePool } from "../lib/db/pool.ts";
import { type Grant, issueGrant, type Permission } from "../lib/domain/access.ts";
import { PACKAGE_KIND } from "../lib/domain/exports/job.ts";
import { NotFound } from "../lib/domain/refusal.ts";
import { askedOf } from "../lib/input/export-job.ts";
import { findProgramme } from "../lib/queries/programmes/find-programme.ts";
import { makeExport } from "./chores/make-export.ts";
import { manifestSigner } from "./chores/signer.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    programme: { type: "string" },
    format: { type: "string", default: "csv" },
    ask: { type: "string", default: "" },
    lang: { type: "string", default: "en" },
    proof: { type: "boolean", default: false },
    out: { type: "string" },
  },
});
const [kind = "journaal", ...more] = positionals;
const { programme: code, format, ask, lang, out } = values;
if (!code || !out || more.length > 0 || (lang !== "nl" && lang !== "en")) {
  console.error(
    "Usage: npm run export -- [KIND] --programme CODE [--format csv|xlsx|ods|json|pdf|journal|beancount] [--ask QUESTION] [--lang nl|en] [--proof] --out FILE",
  );
  process.exit(2);
}

const grantFor = <P extends Permission>(permission: P): Grant<P> =>
  issueGrant(permission, {
    personId: null,
    name: "export",
    scope: "system",
    roles: [],
    organisationIds: [],
  });

async function write(programmeCode: string, file: string, language: "nl" | "en"): Promise<string> {
  const programme = await findProgramme(grantFor("export:read"), programmeCode).catch(() => null);
  if (programme === null) throw new Error(`There is no programme "${programmeCode}".`);
  const proved = values.proof || kind === PACKAGE_KIND;
  const signer = proved ? await manifestSigner(process.env.CHECKPOINT_KEY_FILE) : null;
  const question = askedOf(new URLSearchParams(ask));
  const job = { kind, format, proved, question, language };
  const { bytes } = await makeExport({ job, grantFor, programme, signer, passes: () => {} });
  await pipeline(Readable.from(bytes), createWriteStream(file));
  return kind === "journaal"
    ? `Journal of ${programme.code}: ${file}`
    : `${kind} of ${programme.code}: ${file}`;
}

try {
  console.log(await write(code, out, lang));
} catch (error) {
  const unknown = `There is no "${kind}" as ${format}, or it asks for something that is not there.`;
  console.error(error instanceof NotFound ? unknown : error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
await closePool();
