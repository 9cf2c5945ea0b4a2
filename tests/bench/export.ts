import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { issueGrant } from "@/lib/domain/access";
import { withLineEnds } from "@/lib/files/csv";
import { exportJournalCsv } from "@/lib/queries/exports/journal-export";

export interface ExportRow {
  readonly entries: number;
  readonly copySeconds: number;
  readonly exportSeconds: number;
  readonly ratio: number;
  readonly megabytes: number;
  /** Most resident memory of this process while it exported. */
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

/** The journal's export beside PostgreSQL's own COPY of the same rows, each to a file, in turn. */
export async function benchExport(
  superuserUrl: string,
  programmeId: string,
  entries: number,
  folder: string,
): Promise<ExportRow> {
  const grant = issueGrant("journal:read", {
    personId: null,
    name: "bench",
    scope: "system",
    roles: [],
    organisationIds: [],
  });
  const client = new pg.Client(superuserUrl);
  await client.connect();
  const copy = () =>
    seconds(() => pipeline(client.query(copyTo(BARE)), createWriteStream(`${folder}/copy.csv`)));
  let most = 0;
  let bytes = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  const ours = () =>
    seconds(async () => {
      bytes = 0;
      const { rows } = await exportJournalCsv(grant, programmeId, { separator: ",", decimal: "." });
      const counted = (async function* () {
        for await (const piece of withLineEnds(rows)) {
          bytes += piece.length;
          yield piece;
        }
      })();
      await pipeline(Readable.from(counted), createWriteStream(`${folder}/export.csv`));
    });
  await copy();
  const copies: number[] = [];
  const exports: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    copies.push(await copy());
    exports.push(await ours());
  }
  clearInterval(watch);
  await client.end();
  const [copySeconds, exportSeconds] = [Math.min(...copies), Math.min(...exports)];
  return {
    entries,
    copySeconds,
    exportSeconds,
    ratio: copySeconds / exportSeconds,
    megabytes: bytes / 1e6,
    residentMegabytes: most / 1e6,
  };
}
