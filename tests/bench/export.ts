import { execFileSync } from "node:child_process";
import { createWriteStream, statSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { Addresses } from "@/scripts/database/roles";
import { inProject, SMALL_HEAP, TYPESCRIPT } from "@/scripts/start/project";

export interface ExportRow {
  readonly entries: number;
  readonly copySeconds: number;
  readonly exportSeconds: number;
  readonly ratio: number;
  readonly megabytes: number;
  /** Most resident memory of the process that exported. */
  readonly residentMegabytes: number;
}

const seconds = async (work: () => Promise<void>): Promise<number> => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

/** The control: the same columns of the same tables, joined and sorted in the same way, copied by PostgreSQL. */
const BARE = `COPY (SELECT e.seq, p.line, e.kind, e.effective_on, e.recorded_at, a.book, a.kind, s.code, t.code, m.code, r.code, th.code,
    a.year, p.amount_cents, e.corrects_seq, e.decision_number, e.decision_on, e.legal_source, e.reason, encode(e.prev_hash, 'hex'), encode(e.hash, 'hex')
  FROM posting p JOIN entry e ON e.programme_id = p.programme_id AND e.seq = p.entry_seq
  JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id
  JOIN stream s ON s.id = a.stream_id JOIN tranche t ON t.id = a.tranche_id
  LEFT JOIN organisation m ON m.id = a.municipality_id LEFT JOIN area r ON r.id = a.area_id LEFT JOIN theme th ON th.id = a.theme_id
  ORDER BY p.entry_seq, p.line) TO STDOUT (FORMAT csv)`;

/** What a process that made one file says of it. */
export interface Exported {
  readonly seconds: number;
  /** Before the first row was asked, where that is said. */
  readonly resting?: number;
  /** The most that was resident, in bytes. */
  readonly resident: number;
}

/** Makes one file in a process of its own, started as the worker is: `script` of this folder. */
export function exportedBy(script: string, app: string, ...args: readonly string[]): Exported {
  const node = [...SMALL_HEAP, ...TYPESCRIPT, inProject(`tests/bench/${script}`)];
  const said = execFileSync(process.execPath, [...node, ...args], {
    env: { ...process.env, DATABASE_URL: app },
    encoding: "utf8",
  });
  return JSON.parse(said) as Exported;
}

/** The journal's export beside PostgreSQL's own COPY of the same rows, each to a file, in turn. */
export async function benchExport(
  { superuser, app }: Pick<Addresses, "superuser" | "app">,
  programmeId: string,
  entries: number,
  folder: string,
): Promise<ExportRow> {
  const client = new pg.Client(superuser);
  await client.connect();
  const copy = () =>
    seconds(() => pipeline(client.query(copyTo(BARE)), createWriteStream(`${folder}/copy.csv`)));
  const ours = () => exportedBy("export-once.ts", app, programmeId, `${folder}/export.csv`);
  await copy();
  const copies: number[] = [];
  const exports: Exported[] = [];
  // Each export right after the copy it is measured by: the machine is shared. The turn with the middle ratio is said.
  for (let round = 0; round < 5; round += 1) {
    copies.push(await copy());
    exports.push(ours());
  }
  await client.end();
  const turns = exports.map((one, turn) => ({ copied: copies[turn] ?? 0, exported: one.seconds }));
  const middle = turns.toSorted((a, b) => a.copied / a.exported - b.copied / b.exported)[2];
  const [copySeconds, exportSeconds] = [middle?.copied ?? 0, middle?.exported ?? 0];
  return {
    entries,
    copySeconds,
    exportSeconds,
    ratio: copySeconds / exportSeconds,
    megabytes: statSync(`${folder}/export.csv`).size / 1e6,
    residentMegabytes: Math.max(...exports.map((one) => one.resident)) / 1e6,
  };
}
