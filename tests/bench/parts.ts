import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { asClient } from "@/scripts/database/roles";
import { inProject, TYPESCRIPT } from "@/scripts/start/project";
import { copyDatabase } from "@/scripts/test/throwaway";
import { benchAppend } from "./append";
import { benchBatch } from "./batch";
import type { BenchPlace, Filled } from "./bench-place";
import { benchExport, exportedBy } from "./export";
import { benchFirstLoad } from "./first-load";
import { growJournal } from "./generate";
import type { Section } from "./kept-figures";
import { benchKeys } from "./keys";
import { benchReportRush } from "./report-rush";
import { tableOf, two } from "./table";
import { benchTrialBalance } from "./trial-balance";
import { benchWorkbook } from "./workbook";

/** Something that can be measured by itself. */
interface Part {
  readonly name: string;
  readonly measure: (place: BenchPlace) => Promise<readonly Section[]>;
}

const PAGES = ["/", "/inloggen", "/begrippen", "/programma/nplv/claims", "/programma/nplv/geldstromen"];

async function programmeId({ addresses }: Filled): Promise<string> {
  return asClient(addresses.superuser, async (client) => {
    const { rows } = await client.query<{ id: string }>("SELECT id FROM programme WHERE code = 'oefen'");
    return rows[0]?.id ?? "";
  });
}

async function keys(): Promise<Section[]> {
  const { municipalities, years, exactMilliseconds, plainMilliseconds, ratio, plainOffCents } = benchKeys();
  return [
    {
      heading:
        "A distribution key previewed, exact, beside a plain loop of floating-point numbers (target: under 1 s)",
      table: tableOf(
        ["Municipalities", "Years", "Exact, ms", "Plain, ms", "Ratio", "Plain is off, cents"],
        [
          [
            municipalities,
            years,
            two(exactMilliseconds),
            two(plainMilliseconds),
            Math.round(ratio),
            plainOffCents,
          ],
        ],
      ),
    },
  ];
}

async function append({ server }: BenchPlace): Promise<Section[]> {
  const { addresses } = await copyDatabase(server);
  const rows = await benchAppend(addresses.owner);
  return [
    {
      heading: "Append with every guard beside a bare insert of the same rows (target: 0.3)",
      table: tableOf(
        ["Writers", "Bare, entries/s", "Guarded, entries/s", "Ratio"],
        rows.map(({ writers, bare, guarded, ratio }) => [
          writers,
          Math.round(bare),
          Math.round(guarded),
          two(ratio),
        ]),
      ),
    },
  ];
}

/** Seconds that `npm run ledger:verify` takes over everything there is. */
function verifySeconds({ variables }: Filled): number {
  const started = performance.now();
  execFileSync(process.execPath, [...TYPESCRIPT, inProject("scripts/ledger-verify.ts"), "--json"], {
    env: { ...process.env, ...variables },
    stdio: "ignore",
  });
  return (performance.now() - started) / 1000;
}

async function journal({ filled, folder, quick }: BenchPlace): Promise<Section[]> {
  const database = await filled();
  const made: (string | number)[][] = [];
  const exported: (string | number)[][] = [];
  const workbooks: (string | number)[][] = [];
  const elsewhere: Section[] = [];
  for (const size of quick ? [100_000] : [100_000, 1_000_000]) {
    const { entries, seconds } = await growJournal(database.addresses.superuser, "oefen", size);
    const verified = verifySeconds(database);
    made.push([entries, two(seconds), two(verified), Math.round(entries / verified)]);
    const found = await benchExport(database.addresses, await programmeId(database), entries, folder);
    exported.push([
      entries,
      Math.round(found.megabytes),
      two(found.copySeconds),
      two(found.exportSeconds),
      two(found.ratio),
      Math.round(found.residentMegabytes),
    ]);
    if (elsewhere.length === 0) elsewhere.push(await balancesElsewhere(database, folder, entries));
    const file = `${folder}/entries.xlsx`;
    const book = exportedBy("xlsx-once.ts", database.addresses.app, "oefen", file);
    workbooks.push([
      entries,
      Math.round(statSync(file).size / 1e6),
      two(book.seconds),
      Math.round((book.resting ?? 0) / 1e6),
      Math.round(book.resident / 1e6),
    ]);
  }
  return [
    {
      heading: "Journals made set-based, then verified whole (target: 100.000 entries a second)",
      table: tableOf(["Entries", "Made, s", "Verified, s", "Entries/s verified"], made),
    },
    {
      heading: "CSV export of the journal beside COPY of the same rows (targets: 0.9, under 200 MB resident)",
      table: tableOf(["Entries", "MB", "COPY, s", "Export, s", "Ratio", "Resident, MB"], exported),
    },
    {
      heading: "All entries as a workbook, a row each (target: under 150 MB resident)",
      table: tableOf(["Rows", "MB", "Seconds", "Resident before, MB", "Most, MB"], workbooks),
    },
    ...elsewhere,
  ];
}

/** The trial balance as other programs find it in our journal; they read a million entries too slowly to wait for. */
async function balancesElsewhere({ addresses }: Filled, folder: string, entries: number): Promise<Section> {
  const rows = await benchTrialBalance(addresses, folder);
  return {
    heading: "The trial balance by other programs, from our journal, beside ours (target: equal to the cent)",
    table: tableOf(
      ["Program", "Entries", "Written, s", "Read and added up, s", "Ours, ms", "Accounts", "Equal"],
      rows.map((row) => [
        row.program,
        entries,
        two(row.writtenSeconds),
        two(row.readSeconds),
        two(row.ourMilliseconds),
        row.accounts,
        row.equal ? "yes" : "NO",
      ]),
    ),
  };
}

async function batch({ filled }: BenchPlace): Promise<Section[]> {
  const { addresses } = await filled();
  const rows: (string | number)[][] = [];
  for (const lines of [10_000, 100_000]) {
    const found = await benchBatch(addresses, lines);
    rows.push([
      found.lines,
      two(found.proposedSeconds),
      two(found.decidedSeconds),
      two(found.copySeconds),
      two(found.ratio),
      Math.round(found.restingMegabytes),
      Math.round(found.residentMegabytes),
    ]);
  }
  return [
    {
      heading:
        "A batch proposed, approved and posted, beside COPY of the rows it made (targets: 0.25, memory flat)",
      table: tableOf(
        [
          "Lines",
          "Proposed, s",
          "Approved and posted, s",
          "COPY, s",
          "Ratio",
          "Resident before, MB",
          "Most, MB",
        ],
        rows,
      ),
    },
  ];
}

async function workbook(): Promise<Section[]> {
  const { rows, megabytes, seconds, progress, workerMegabytes } = await benchWorkbook(20_000);
  return [
    {
      heading: "Workbook read and checked in its thread, with progress (targets: under 10 s, under 300 MB)",
      table: tableOf(
        ["Rows", "MB", "Seconds", "Times progress was said", "Thread, MB"],
        [[rows, two(megabytes), two(seconds), progress, Math.round(workerMegabytes)]],
      ),
    },
  ];
}

async function firstLoad({ web }: BenchPlace): Promise<Section[]> {
  const pages = await benchFirstLoad((await web()).url, PAGES);
  return [
    {
      heading: "First-load JavaScript beside an empty Next page (target: 1.15)",
      table: tableOf(
        ["Page", "kB gzipped", "Ratio"],
        pages.map(({ page, kilobytes, ratio }) => [page, two(kilobytes), two(ratio)]),
      ),
    },
  ];
}

async function rush({ filled, web, server, quick }: BenchPlace): Promise<Section[]> {
  const size = quick
    ? { municipalities: 5, areas: 10, themes: 20, readers: 10 }
    : { municipalities: 19, areas: 40, themes: 50, readers: 50 };
  const { addresses } = await filled();
  const found = await benchReportRush(await web(), addresses.superuser, server.secrets.nextAuthSecret, size);
  const resident = [found.residentBefore, found.residentMost, found.residentAfter];
  return [
    {
      heading:
        "Workbooks of reports uploaded at the same moment while others read pages (targets: health p99 under 250 ms, no 5xx)",
      table: tableOf(
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
          [
            found.municipalities,
            found.rows,
            found.readers,
            two(found.seconds),
            found.validated,
            found.progress,
            Math.round(found.healthP99),
            Math.round(found.healthMost),
            found.pages,
            Math.round(found.pageMedian),
            found.serverErrors,
            resident.map(Math.round).join(", "),
          ],
        ],
      ),
    },
  ];
}

/** In this order; the batch comes after the journal, so that a whole run measures it in a large database. */
export const PARTS: readonly Part[] = [
  { name: "keys", measure: keys },
  { name: "append", measure: append },
  { name: "journal", measure: journal },
  { name: "batch", measure: batch },
  { name: "workbook", measure: workbook },
  { name: "first-load", measure: firstLoad },
  { name: "rush", measure: rush },
];
