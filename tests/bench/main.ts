/**
 * `npm run bench [-- --quick]`: what the ledger costs beside bare PostgreSQL, as ratios from one run. Nothing is asserted;
 * the table is printed and kept in tests/bench/README.md. --quick leaves the journal of a million entries out.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { closePool } from "@/lib/db/pool";
import { build } from "@/scripts/start/build";
import { freePort } from "@/scripts/start/ports";
import { inProject, TYPESCRIPT } from "@/scripts/start/project";
import { seed } from "@/scripts/start/seed";
import { serve } from "@/scripts/start/serve";
import { copyDatabase, startThrowaway } from "@/scripts/test/throwaway";
import { variablesFor } from "../e2e/support/variables";
import { benchAppend } from "./append";
import { type BatchRow, benchBatch } from "./batch";
import { benchExport } from "./export";
import { benchFirstLoad } from "./first-load";
import { growJournal } from "./generate";
import { benchKeys } from "./keys";
import { benchReportRush } from "./report-rush";
import { benchWorkbook } from "./workbook";

const { values } = parseArgs({ options: { quick: { type: "boolean", default: false } } });
const SIZES = values.quick ? [100_000] : [100_000, 1_000_000];
const PAGES = ["/", "/inloggen", "/begrippen", "/programma/nplv/claims", "/programma/nplv/geldstromen"];

const two = (value: number) => value.toFixed(2);
const row = (...cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly string[]) =>
  [row(...head), row(...head.map(() => "---")), ...rows].join("\n");

const server = await startThrowaway("bench", { durable: true });
const folder = mkdtempSync(join(tmpdir(), "geldstroom-bench-"));
const parts: string[] = [];
const say = (text: string) => {
  console.log(text);
  parts.push(text);
};

async function programmeId(superuserUrl: string): Promise<string> {
  const client = new pg.Client(superuserUrl);
  await client.connect();
  const { rows } = await client.query<{ id: string }>("SELECT id FROM programme WHERE code = 'oefen'");
  await client.end();
  return rows[0]?.id ?? "";
}

try {
  const [cpu] = cpus();
  say(
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpu?.model ?? "?"}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, PostgreSQL 18 with fsync on.`,
  );

  const keys = benchKeys();
  say(
    "\n## A distribution key previewed, exact, beside a plain loop of floating-point numbers (target: under 1 s)\n",
  );
  say(
    table(
      ["Municipalities", "Years", "Exact, ms", "Plain, ms", "Ratio", "Plain is off, cents"],
      [
        row(
          keys.municipalities,
          keys.years,
          two(keys.exactMilliseconds),
          two(keys.plainMilliseconds),
          Math.round(keys.ratio),
          keys.plainOffCents,
        ),
      ],
    ),
  );

  const appendDatabase = await copyDatabase(server);
  process.env.CONTEXT_KEY = server.secrets.contextKey;
  const appended = await benchAppend(appendDatabase.addresses.owner);
  say("\n## Append with every guard beside a bare insert of the same rows (target: 0.3)\n");
  say(
    table(
      ["Writers", "Bare, entries/s", "Guarded, entries/s", "Ratio"],
      appended.map(({ writers, bare, guarded, ratio }) =>
        row(writers, Math.round(bare), Math.round(guarded), two(ratio)),
      ),
    ),
  );

  const filled = await copyDatabase(server);
  const variables = variablesFor(server, filled.addresses, folder);
  await seed({ variables, embedded: undefined, close: server.stop }, join(folder, "practice.json"));
  process.env.DATABASE_URL = filled.addresses.app;
  const made: string[] = [];
  const exported: string[] = [];
  for (const size of SIZES) {
    const { entries, seconds } = await growJournal(filled.addresses.superuser, "oefen", size);
    const started = performance.now();
    execFileSync(process.execPath, [...TYPESCRIPT, inProject("scripts/ledger-verify.ts"), "--json"], {
      env: { ...process.env, ...variables },
      stdio: "ignore",
    });
    const verified = (performance.now() - started) / 1000;
    made.push(row(entries, two(seconds), two(verified), Math.round(entries / verified)));
    const found = await benchExport(
      filled.addresses,
      await programmeId(filled.addresses.superuser),
      entries,
      folder,
    );
    exported.push(
      row(
        entries,
        Math.round(found.megabytes),
        two(found.copySeconds),
        two(found.exportSeconds),
        two(found.ratio),
        Math.round(found.residentMegabytes),
      ),
    );
  }
  say("\n## Journals made set-based, then verified whole\n");
  say(table(["Entries", "Made, s", "Verified, s", "Entries/s verified"], made));
  say("\n## CSV export of the journal beside COPY of the same rows (targets: 0.9, under 200 MB resident)\n");
  say(table(["Entries", "MB", "COPY, s", "Export, s", "Ratio", "Resident, MB"], exported));

  const batches: BatchRow[] = [];
  for (const lines of [10_000, 100_000]) batches.push(await benchBatch(filled.addresses, lines));
  say(
    "\n## A batch proposed, approved and posted, beside COPY of the rows it made (targets: 0.25, memory flat)\n",
  );
  say(
    table(
      [
        "Lines",
        "Proposed, s",
        "Approved and posted, s",
        "COPY, s",
        "Ratio",
        "Resident before, MB",
        "Most, MB",
      ],
      batches.map((batch) =>
        row(
          batch.lines,
          two(batch.proposedSeconds),
          two(batch.decidedSeconds),
          two(batch.copySeconds),
          two(batch.ratio),
          Math.round(batch.restingMegabytes),
          Math.round(batch.residentMegabytes),
        ),
      ),
    ),
  );

  const book = await benchWorkbook(20_000);
  say("\n## Workbook read and checked in its thread, with progress (targets: under 10 s, under 300 MB)\n");
  say(
    table(
      ["Rows", "MB", "Seconds", "Times progress was said", "Thread, MB"],
      [
        row(
          book.rows,
          two(book.megabytes),
          two(book.seconds),
          book.progress,
          Math.round(book.workerMegabytes),
        ),
      ],
    ),
  );

  await build({ always: false });
  const web = await serve({ port: await freePort(), variables, output: "inherit" });
  const loaded = await benchFirstLoad(web.url, PAGES);
  const rush = await benchReportRush(
    web,
    filled.addresses.superuser,
    server.secrets.nextAuthSecret,
    values.quick
      ? { municipalities: 5, areas: 10, themes: 20, readers: 10 }
      : { municipalities: 19, areas: 40, themes: 50, readers: 50 },
  );
  await web.stop();
  say(
    "\n## Workbooks of reports uploaded at the same moment while others read pages (targets: health p99 under 250 ms, no 5xx)\n",
  );
  say(
    table(
      [
        "Municipalities",
        "Rows each",
        "Readers",
        "All validated, s",
        "Validated",
        "Saw progress",
        "Health p99, ms",
        "Health most, ms",
        "Pages read",
        "Page median, ms",
        "5xx",
        "Resident before, most, after, MB",
      ],
      [
        row(
          rush.municipalities,
          rush.rows,
          rush.readers,
          two(rush.seconds),
          rush.validated,
          rush.progress,
          Math.round(rush.healthP99),
          Math.round(rush.healthMost),
          rush.pages,
          Math.round(rush.pageMedian),
          rush.serverErrors,
          [rush.residentBefore, rush.residentMost, rush.residentAfter].map(Math.round).join(", "),
        ),
      ],
    ),
  );
  say("\n## First-load JavaScript beside an empty Next page (target: 1.15)\n");
  say(
    table(
      ["Page", "kB gzipped", "Ratio"],
      loaded.map(({ page, kilobytes, ratio }) => row(page, two(kilobytes), two(ratio))),
    ),
  );

  const readme = inProject("tests/bench/README.md");
  const [before = ""] = readFileSync(readme, "utf8").split("<!-- figures -->");
  writeFileSync(readme, `${before}<!-- figures -->\n\n${parts.join("\n")}\n`);
} finally {
  await closePool();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
