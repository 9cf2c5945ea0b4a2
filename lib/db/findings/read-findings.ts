import type {
  FindingCategory,
  FindingNature,
  FindingRow,
  FindingSide,
  FindingStatus,
} from "@/lib/domain/findings/finding";
import { cents } from "@/lib/domain/money";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";

export interface FindingFilter {
  readonly id?: string;
  readonly year?: number;
  /** Code of a stream. */
  readonly stream?: string;
  /** Code of a municipality. */
  readonly municipality?: string;
  readonly status?: FindingStatus;
}

interface Row {
  readonly id: string;
  readonly number: string;
  readonly year: number;
  readonly side: FindingSide;
  readonly streamId: string | null;
  readonly streamCode: string | null;
  readonly streamName: string | null;
  readonly municipalityId: string | null;
  readonly municipalityCode: string | null;
  readonly municipalityName: string | null;
  readonly status: FindingStatus;
  readonly counts: boolean;
  readonly version: number;
  readonly issuedVersion: number | null;
  readonly shownVersion: number;
  readonly title: string;
  readonly text: string;
  readonly category: FindingCategory;
  readonly nature: FindingNature;
  readonly amount: bigint | null;
  readonly action: string;
  readonly dueOn: string;
  readonly reason: string | null;
  readonly author: string;
  readonly writtenBy: string;
  readonly writtenAt: Date;
  readonly entries: readonly { seq: string; sampleId: string | null }[];
}

export interface ReadFinding extends FindingRow {
  readonly reason: string | null;
  readonly writtenBy: string;
}

const conditions = ({ id, year, stream, municipality, status }: FindingFilter): Prisma.Sql => {
  const parts: Prisma.Sql[] = [];
  if (id !== undefined) parts.push(Prisma.sql`AND f.id = ${id}::uuid`);
  if (year !== undefined) parts.push(Prisma.sql`AND f.year = ${year}::int`);
  if (stream !== undefined) parts.push(Prisma.sql`AND s.code = ${stream}`);
  if (municipality !== undefined) parts.push(Prisma.sql`AND m.code = ${municipality}`);
  if (status !== undefined) parts.push(Prisma.sql`AND f.status = ${status}::finding_status`);
  return parts.length === 0 ? Prisma.empty : Prisma.join(parts, " ");
};

/** Findings that this reader may see, each in the last version that it may see; what asks for something first. */
export async function readFindings(
  tx: Tx,
  programmeId: string,
  filter: FindingFilter = {},
): Promise<ReadFinding[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT f.id::text, f.number, f.year, f.side::text, f.stream_id::text AS "streamId", s.code AS "streamCode",
      s.short_name AS "streamName", f.municipality_id::text AS "municipalityId", m.code AS "municipalityCode",
      m.preferred_name AS "municipalityName", f.status::text, f.counts, f.version, f.issued_version AS "issuedVersion",
      v.version AS "shownVersion",
      v.title, v.text, v.category, v.nature::text, v.amount_cents AS amount, v.action, to_char(v.due_on, 'YYYY-MM-DD') AS "dueOn",
      v.reason, p.name AS author, v.written_by::text AS "writtenBy", v.written_at AS "writtenAt", entries.list AS entries
      FROM audit_finding f
      CROSS JOIN LATERAL (SELECT x.* FROM finding_version x WHERE x.finding_id = f.id ORDER BY x.version DESC LIMIT 1) v
      JOIN person p ON p.id = v.written_by
      LEFT JOIN stream s ON s.id = f.stream_id LEFT JOIN organisation m ON m.id = f.municipality_id
      CROSS JOIN LATERAL (SELECT coalesce(jsonb_agg(jsonb_build_object('seq', e.seq::text, 'sampleId', e.sample_id) ORDER BY e.seq), '[]') AS list
        FROM finding_entry e WHERE e.finding_id = f.id AND e.version = v.version) entries
     WHERE f.programme_id = ${programmeId}::uuid ${conditions(filter)}
     ORDER BY f.status IN ('closed', 'withdrawn'), f.year DESC, f.number DESC`;
  return rows.map(findingOf);
}

const named = (id: string | null, code: string | null, name: string | null) =>
  id === null ? null : { id, code: code ?? "", name: name ?? "" };

function findingOf(row: Row): ReadFinding {
  const { streamId, streamCode, streamName, municipalityId, municipalityCode, municipalityName, ...rest } =
    row;
  return {
    ...rest,
    stream: named(streamId, streamCode, streamName),
    municipality: named(municipalityId, municipalityCode, municipalityName),
    amount: row.amount === null ? null : cents(row.amount),
    entries: row.entries.map(({ seq, sampleId }) => ({ seq: BigInt(seq), sampleId })),
  };
}
