import { cents } from "@/lib/domain/money";
import type { MunicipalityRequest } from "@/lib/domain/sampling/evidence-request";
import type { SampleRequest } from "@/lib/domain/sampling/sample";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";

interface RequestRow {
  readonly id: string;
  readonly seq: bigint;
  readonly question: string;
  readonly dueOn: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly outcome: "answered" | "withdrawn" | null;
  readonly note: string | null;
  readonly documentId: string | null;
  readonly fileName: string | null;
  readonly sha256: string | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
}

const COLUMNS = Prisma.sql`
  q.id::text, q.seq, q.question, to_char(q.due_on, 'YYYY-MM-DD') AS "dueOn", p.name AS "askedBy", q.asked_at AS "askedAt",
  z.outcome::text, z.note, z.document_id::text AS "documentId", d.file_name AS "fileName", d.sha256,
  ended.name AS "endedBy", z.at AS "endedAt"`;
const TABLES = Prisma.sql`
  evidence_request q JOIN person p ON p.id = q.asked_by
  LEFT JOIN evidence_request_end z ON z.request_id = q.id
  LEFT JOIN evidence_document d ON d.id = z.document_id
  LEFT JOIN person ended ON ended.id = z.person_id`;

/** What was asked about the items of a sample, per item the last first. */
export async function requestsOf(tx: Tx, sampleId: string): Promise<Map<bigint, SampleRequest[]>> {
  const rows = await tx.$queryRaw<RequestRow[]>`
    SELECT ${COLUMNS} FROM ${TABLES} WHERE q.sample_id = ${sampleId}::uuid ORDER BY q.asked_at DESC, q.id DESC`;
  const found = new Map<bigint, SampleRequest[]>();
  for (const row of rows) found.set(row.seq, [...(found.get(row.seq) ?? []), requestOf(row)]);
  return found;
}

function requestOf(row: RequestRow): SampleRequest {
  const { outcome, endedAt, documentId } = row;
  return {
    id: row.id,
    question: row.question,
    dueOn: row.dueOn,
    askedBy: row.askedBy,
    askedAt: row.askedAt,
    end:
      outcome === null || endedAt === null
        ? null
        : {
            outcome,
            note: row.note,
            document:
              documentId === null
                ? null
                : { id: documentId, fileName: row.fileName ?? "", sha256: row.sha256 ?? "" },
            by: row.endedBy ?? "",
            at: endedAt,
          },
  };
}

type MunicipalityRow = RequestRow & Omit<MunicipalityRequest, "amount" | "end"> & { readonly amount: bigint };

/** Requests that this reader may see, open ones first; of one id, or all of the programme. */
export async function municipalityRequests(
  tx: Tx,
  programmeId: string,
  id: string | null = null,
): Promise<MunicipalityRequest[]> {
  const which = id === null ? Prisma.empty : Prisma.sql`AND q.id = ${id}::uuid`;
  const rows = await tx.$queryRaw<MunicipalityRow[]>`
    SELECT ${COLUMNS}, l.amount_cents AS amount, q.municipality_id::text AS "municipalityId",
      m.preferred_name AS "municipalityName", s.short_name AS "streamName", a.name AS "areaName", t.name_nl AS "themeNl",
      t.name_en AS "themeEn", to_char(e.effective_on, 'YYYY-MM-DD') AS "effectiveOn", r.id::text AS "reportId",
      r.number AS "reportNumber", q.area_id::text AS "areaId", q.theme_id::text AS "themeId", a.code || '.' || t.code AS line
      FROM ${TABLES}
      JOIN entry e ON e.programme_id = q.programme_id AND e.seq = q.seq
      JOIN posting l ON l.programme_id = e.programme_id AND l.entry_seq = e.seq
      JOIN account k ON k.programme_id = l.programme_id AND k.id = l.account_id AND k.kind = 'spent'
      JOIN stream s ON s.id = e.stream_id JOIN organisation m ON m.id = q.municipality_id
      JOIN report r ON r.id = q.report_id JOIN area a ON a.id = q.area_id JOIN theme t ON t.id = q.theme_id
     WHERE q.programme_id = ${programmeId}::uuid ${which}
     ORDER BY z.outcome IS NOT NULL, q.due_on, q.asked_at, q.id`;
  return rows.map(({ amount, ...row }) => ({
    ...requestOf(row),
    seq: row.seq,
    amount: cents(amount),
    municipalityId: row.municipalityId,
    municipalityName: row.municipalityName,
    streamName: row.streamName,
    areaName: row.areaName,
    themeNl: row.themeNl,
    themeEn: row.themeEn,
    effectiveOn: row.effectiveOn,
    reportId: row.reportId,
    reportNumber: row.reportNumber,
    areaId: row.areaId,
    themeId: row.themeId,
    line: row.line,
  }));
}
