import { NotFound } from "@/lib/domain/refusal";
import type { Tx } from "../transaction";

interface AskableLine {
  readonly seq: bigint;
  readonly municipalityId: string;
  readonly reportId: string;
  readonly areaId: string;
  readonly themeId: string;
  /** Something is asked about it already, or was answered. */
  readonly open: boolean;
  readonly examined: boolean;
}

/**
 * The lines of reports behind the items of a sample about which nothing is asked now. Asked for one item: also when it
 * was examined or answered before; for all: only what is still to do. @throws NotFound
 */
export async function askableLines(
  tx: Tx,
  at: { readonly programmeId: string; readonly sampleId: string; readonly seq: bigint | null },
): Promise<AskableLine[]> {
  const rows = await tx.$queryRaw<(AskableLine & { answered: boolean })[]>`
    SELECT i.seq, i.municipality_id::text AS "municipalityId", e.report_id::text AS "reportId", a.area_id::text AS "areaId",
      a.theme_id::text AS "themeId",
      EXISTS (SELECT 1 FROM evidence_request q LEFT JOIN evidence_request_end z ON z.request_id = q.id
        WHERE q.sample_id = i.sample_id AND q.seq = i.seq AND z.request_id IS NULL) AS open,
      EXISTS (SELECT 1 FROM evidence_request q JOIN evidence_request_end z ON z.request_id = q.id AND z.outcome = 'answered'
        WHERE q.sample_id = i.sample_id AND q.seq = i.seq) AS answered,
      EXISTS (SELECT 1 FROM sample_result r WHERE r.sample_id = i.sample_id AND r.seq = i.seq) AS examined
      FROM sample_item i JOIN entry e ON e.programme_id = i.programme_id AND e.seq = i.seq
      JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
      JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id AND a.kind = 'spent'
     WHERE i.sample_id = ${at.sampleId}::uuid AND i.programme_id = ${at.programmeId}::uuid
       AND (${at.seq}::bigint IS NULL OR i.seq = ${at.seq}::bigint)
       AND EXISTS (SELECT 1 FROM report_line l WHERE l.report_id = e.report_id AND l.area_id = a.area_id AND l.theme_id = a.theme_id)
     ORDER BY i.position`;
  if (rows.length === 0) throw new NotFound("item");
  return rows.flatMap(({ answered, ...line }) =>
    line.open || (at.seq === null && (line.examined || answered)) ? [] : [line],
  );
}
