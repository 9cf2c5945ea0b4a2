/**
 * Writes the whole journal of a programme, without a screen.
 *   npm run export -- --programme CODE [--format csv|journal] --out FILE
 * csv has a record for each posting, with a point as decimal mark; journal is what hledger and ledger-cli read.
 */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { closePool } from "../lib/db/pool.ts";
import { issueGrant } from "../lib/domain/access.ts";
import { instantNow } from "../lib/domain/reconciliation/as-of.ts";
import { csvHead, DIALECTS } from "../lib/files/csv.ts";
import { plainJournal } from "../lib/files/journal-file.ts";
import { plainHead } from "../lib/files/plain-journal.ts";
import {
  exportJournalCsv,
  exportJournalPlain,
  JOURNAL_COLUMNS,
} from "../lib/queries/exports/journal-export.ts";
import { findProgramme } from "../lib/queries/programmes/find-programme.ts";

const { values } = parseArgs({
  options: {
    programme: { type: "string" },
    format: { type: "string", default: "csv" },
    out: { type: "string" },
  },
});
if (!values.programme || !values.out || !["csv", "journal"].includes(values.format)) {
  console.error("Usage: npm run export -- --programme CODE [--format csv|journal] --out FILE");
  process.exit(2);
}

const grant = issueGrant("journal:read", {
  personId: null,
  name: "export",
  scope: "system",
  roles: [],
  organisationIds: [],
});
const programme = await findProgramme(grant, values.programme).catch(() => null);
if (programme === null) {
  console.error(`There is no programme "${values.programme}".`);
  process.exit(1);
}
const practice = programme.isPractice ? [{ name: "Oefengegevens", value: "verzonnen" }] : [];

async function bytes(id: string) {
  const known = instantNow(new Date());
  if (values.format === "journal") {
    const { rows } = await exportJournalPlain(grant, id, known);
    return plainJournal(
      plainHead([...practice, { name: "Programma", value: programme?.nameNl ?? "" }]),
      rows,
    );
  }
  const { rows } = await exportJournalCsv(grant, id, DIALECTS.en, known);
  const head = csvHead(
    practice.map(({ name, value }) => ({ name, value: { is: "text", value } })),
    JOURNAL_COLUMNS,
    DIALECTS.en,
  );
  return (async function* () {
    yield new Uint8Array(Buffer.from(head));
    yield* rows;
  })();
}

await pipeline(Readable.from(await bytes(programme.id)), createWriteStream(values.out));
await closePool();
console.log(`Journal of ${programme.code}: ${values.out}`);
