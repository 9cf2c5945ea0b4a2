import { createHash } from "node:crypto";
import type { Shown } from "@/lib/domain/proposals/deciding";
import type { Tx } from "../transaction";

/** What somebody had on the screen of a whole batch: one digest over its open lines, and when it was read. */
export interface Reading {
  readonly digest: string;
  /** Database time to the microsecond, as text. */
  readonly asOf: string;
}

interface ReadLine extends Shown {
  readonly line: number | null;
}

const digestOf = (lines: readonly ReadLine[]): string => {
  const hash = createHash("sha256");
  for (const { line, version, contentHash } of lines) hash.update(`${line}:${version}:${contentHash}\n`);
  return hash.digest("hex");
};

/** The reading of a batch as it is now; made in SQL, because a page does not load a hundred thousand lines. */
export async function readingOf(tx: Tx, batchId: string): Promise<Reading & { readonly open: number }> {
  const [row] = await tx.$queryRaw<(Reading & { open: number })[]>`
    SELECT encode(sha256(convert_to(coalesce(string_agg(batch_line || ':' || version || ':' || content_hash || E'\n', '' ORDER BY batch_line), ''),
        'UTF8')), 'hex') AS digest, to_char(statement_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "asOf",
        count(*)::int AS open
      FROM proposal WHERE batch_id = ${batchId}::uuid AND status = 'proposed'`;
  if (row === undefined) throw new Error("a count gives a row");
  return row;
}

/**
 * The open lines as they were read. When nothing changed these are the present ones; else they are found back from what
 * each proposal was at that moment, and the digest proves that this is what was on the screen.
 * @returns "unchanged", or null when the digest is not of this batch at that moment
 */
export async function shownThen(
  tx: Tx,
  batchId: string,
  { digest, asOf }: Reading,
): Promise<"unchanged" | readonly Shown[] | null> {
  if ((await readingOf(tx, batchId)).digest === digest) return "unchanged";
  const then = await tx.$queryRaw<(ReadLine & { status: string })[]>`
    SELECT p.id::text AS id, p.batch_line AS line, coalesce(q.version, p.version) AS version,
        coalesce(q.content_hash, p.content_hash) AS "contentHash", coalesce(q.status, p.status)::text AS status
      FROM proposal p LEFT JOIN LATERAL (SELECT x.version, x.content_hash, x.status FROM proposal_past x
        WHERE x.proposal_id = p.id AND x.until > ${asOf}::timestamptz ORDER BY x.until, x.id LIMIT 1) q ON true
     WHERE p.batch_id = ${batchId}::uuid ORDER BY p.batch_line`;
  const shown = then.filter(({ status }) => status === "proposed");
  return digestOf(shown) === digest ? shown : null;
}
