import { cents } from "@/lib/domain/money";
import type { SampleMethod } from "@/lib/domain/sampling/plan";
import type { SampleHeader, SampleProgress } from "@/lib/domain/sampling/sample";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";

interface HeaderRow extends SampleProgress {
  readonly id: string;
  readonly number: string;
  readonly method: SampleMethod;
  readonly purpose: string;
  readonly streamId: string | null;
  readonly streamCode: string | null;
  readonly streamName: string | null;
  readonly municipalityId: string | null;
  readonly municipalityCode: string | null;
  readonly municipalityName: string | null;
  readonly year: number | null;
  readonly knownAt: string;
  readonly ledgerSeq: bigint;
  readonly generator: string;
  readonly seed: string;
  readonly confidence: number;
  readonly tolerable: number;
  readonly expected: number;
  readonly factor: bigint | null;
  readonly interval: bigint | null;
  readonly start: bigint | null;
  readonly size: number;
  readonly allowed: number | null;
  readonly positive: number;
  readonly positiveCents: bigint;
  readonly negative: number;
  readonly negativeCents: bigint;
  readonly zeros: number;
  readonly digest: string;
  readonly items: number;
  readonly drawnBy: string;
  readonly drawnAt: Date;
}

export type SampleRow = SampleHeader & SampleProgress;

/** Samples of a programme that this reader may see, the last drawn first; or the one with this id. */
export async function readSamples(
  tx: Tx,
  programmeId: string,
  id: string | null = null,
): Promise<SampleRow[]> {
  const which = id === null ? Prisma.empty : Prisma.sql`AND x.id = ${id}::uuid`;
  const rows = await tx.$queryRaw<HeaderRow[]>`
    SELECT x.id::text, x.number, x.method::text, x.purpose, x.stream_id::text AS "streamId", s.code AS "streamCode",
      s.short_name AS "streamName", x.municipality_id::text AS "municipalityId", m.code AS "municipalityCode",
      m.preferred_name AS "municipalityName", x.year, ledger.instant(x.known_at) AS "knownAt",
      x.ledger_seq AS "ledgerSeq", x.generator, x.seed, x.confidence, x.tolerable, x.expected, x.factor,
      x.interval_cents AS interval, x.start_cents AS start, x.size, x.allowed, x.positive_count AS positive,
      x.positive_cents AS "positiveCents", x.negative_count AS negative, x.negative_cents AS "negativeCents",
      x.zero_count AS zeros, x.digest, x.item_count AS items, p.name AS "drawnBy", x.drawn_at AS "drawnAt",
      done.examined, done.deviating, asked.asked, asked.answered
      FROM sample x JOIN person p ON p.id = x.drawn_by
      LEFT JOIN stream s ON s.id = x.stream_id LEFT JOIN organisation m ON m.id = x.municipality_id
      CROSS JOIN LATERAL (SELECT count(*)::int AS examined, (count(*) FILTER (WHERE l.deviates))::int AS deviating FROM (
        SELECT DISTINCT ON (r.seq) r.deviates FROM sample_result r WHERE r.sample_id = x.id ORDER BY r.seq, r.version DESC) l) done
      CROSS JOIN LATERAL (SELECT (count(*) FILTER (WHERE z.outcome IS DISTINCT FROM 'withdrawn'))::int AS asked,
          (count(*) FILTER (WHERE z.outcome = 'answered'))::int AS answered
        FROM evidence_request q LEFT JOIN evidence_request_end z ON z.request_id = q.id WHERE q.sample_id = x.id) asked
     WHERE x.programme_id = ${programmeId}::uuid ${which} ORDER BY x.drawn_at DESC, x.number DESC`;
  return rows.map(headerOf);
}

const named = (id: string | null, code: string | null, name: string | null) =>
  id === null ? null : { id, code: code ?? "", name: name ?? "" };
const centsOrNull = (value: bigint | null) => (value === null ? null : cents(value));

function headerOf(row: HeaderRow): SampleRow {
  const { positive, positiveCents, negative, negativeCents } = row;
  return {
    id: row.id,
    number: row.number,
    method: row.method,
    purpose: row.purpose,
    population: {
      stream: named(row.streamId, row.streamCode, row.streamName),
      municipality: named(row.municipalityId, row.municipalityCode, row.municipalityName),
      year: row.year,
      knownAt: row.knownAt,
      ledgerSeq: row.ledgerSeq,
      totals: { positive, positiveCents, negative, negativeCents },
      zeros: row.zeros,
      digest: row.digest,
    },
    generator: row.generator,
    seed: row.seed,
    confidence: row.confidence,
    tolerable: row.tolerable,
    expected: row.expected,
    factor: row.factor,
    interval: centsOrNull(row.interval),
    start: row.start,
    size: row.size,
    allowed: row.allowed,
    items: row.items,
    drawnBy: row.drawnBy,
    drawnAt: row.drawnAt,
    examined: row.examined,
    deviating: row.deviating,
    asked: row.asked,
    answered: row.answered,
  };
}
