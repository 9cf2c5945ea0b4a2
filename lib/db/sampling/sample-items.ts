import { cents } from "@/lib/domain/money";
import type { Stratum } from "@/lib/domain/sampling/drawing";
import type { SampleItem, SampleResult } from "@/lib/domain/sampling/sample";
import type { Tx } from "../transaction";
import { requestsOf } from "./requests";

interface ItemRow {
  readonly seq: bigint;
  readonly position: number;
  readonly stratum: Stratum;
  readonly amount: bigint;
  readonly hit: bigint | null;
  readonly streamName: string;
  readonly municipalityName: string;
  readonly areaName: string;
  readonly themeNl: string;
  readonly themeEn: string;
  readonly year: number;
  readonly effectiveOn: string;
  readonly kind: "spent" | "spend_corrected";
  readonly reportId: string | null;
  readonly reportNumber: string | null;
}

/** The items of a sample in the order of the journal, with everything that was established and asked about them. */
export async function readItems(tx: Tx, sampleId: string): Promise<SampleItem[]> {
  const rows = await tx.$queryRaw<ItemRow[]>`
    SELECT i.seq, i.position, i.stratum::text, i.amount_cents AS amount, i.hit_cents AS hit, s.short_name AS "streamName",
      m.preferred_name AS "municipalityName", r.name AS "areaName", t.name_nl AS "themeNl", t.name_en AS "themeEn", a.year,
      to_char(e.effective_on, 'YYYY-MM-DD') AS "effectiveOn", e.kind::text, e.report_id::text AS "reportId",
      w.number AS "reportNumber"
      FROM sample_item i JOIN entry e ON e.programme_id = i.programme_id AND e.seq = i.seq
      JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
      JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id AND a.kind = 'spent'
      JOIN stream s ON s.id = a.stream_id JOIN organisation m ON m.id = a.municipality_id
      JOIN area r ON r.id = a.area_id JOIN theme t ON t.id = a.theme_id
      LEFT JOIN report w ON w.id = e.report_id
     WHERE i.sample_id = ${sampleId}::uuid ORDER BY i.position`;
  const results = await resultsOf(tx, sampleId);
  const requests = await requestsOf(tx, sampleId);
  return rows.map(({ reportId, reportNumber, amount, ...row }) => ({
    ...row,
    amount: cents(amount),
    report: reportId === null ? null : { id: reportId, number: reportNumber ?? "" },
    results: results.get(row.seq) ?? [],
    requests: requests.get(row.seq) ?? [],
  }));
}

/** What was established per item, the last version first. */
async function resultsOf(tx: Tx, sampleId: string): Promise<Map<bigint, SampleResult[]>> {
  const rows = await tx.sampleResult.findMany({
    where: { sampleId },
    include: { person: { select: { name: true } } },
    orderBy: [{ seq: "asc" }, { version: "desc" }],
  });
  const found = new Map<bigint, SampleResult[]>();
  for (const { seq, auditedCents, uncertainCents, person, ...row } of rows) {
    const result = {
      version: row.version,
      audited: auditedCents === null ? null : cents(auditedCents),
      uncertain: uncertainCents === null ? null : cents(uncertainCents),
      deviates: row.deviates,
      remark: row.remark,
      by: person.name,
      at: row.recordedAt,
    };
    found.set(seq, [...(found.get(seq) ?? []), result]);
  }
  return found;
}
