import type { BatchDraft, BatchOrigin } from "@/lib/domain/proposals/batch";
import { canonicalJson, contentHash } from "../hash";
import type { Tx } from "../transaction";
import { hashOf } from "./read-proposal";

export interface WrittenLine extends BatchDraft {
  readonly number: string;
  readonly streamId: string;
  readonly municipalityId: string | null;
  readonly effectiveOn: string;
  readonly legalSource: string | null;
}

export interface WrittenBatch {
  readonly programmeId: string;
  readonly personId: string;
  readonly number: string;
  readonly name: string;
  readonly origin: BatchOrigin;
  readonly together: boolean;
  readonly source: Readonly<Record<string, string>>;
  readonly status: "draft" | "proposed";
  readonly lines: readonly WrittenLine[];
}

/** Writes a batch with all its lines, set-based: as many statements for a hundred thousand lines as for two. */
export async function writeBatch(tx: Tx, batch: WrittenBatch): Promise<string> {
  const lines = batch.lines.map(({ years, ...line }) => {
    const facts = { ...line, claimId: null, lines: years };
    return { ...line, years, contentHash: hashOf(facts) };
  });
  const { id } = await tx.batch.create({
    data: {
      programmeId: batch.programmeId,
      number: batch.number,
      name: batch.name,
      origin: batch.origin,
      together: batch.together,
      source: { ...batch.source },
      contentHash: contentHash(lines.map((line) => [line.number, line.contentHash])),
      createdBy: batch.personId,
    },
    select: { id: true },
  });
  const rows = lines.map(({ years: _, ...line }, index) => ({ ...line, line: index + 1 }));
  await tx.$executeRaw`
    INSERT INTO proposal (programme_id, number, kind, status, stream_id, tranche_id, theme_id, municipality_id, area_id,
      allocation_id, decision_number, decision_on, decision_cents, decision_document, gross_cents, bcf_cents, effective_on,
      legal_source, reason, content_hash, created_by, batch_id, batch_line)
    SELECT ${batch.programmeId}::uuid, x.number, x.kind::proposal_kind, ${batch.status}::proposal_status, x."streamId", x."trancheId",
      x."themeId", x."municipalityId", x."areaId", x."allocationId", x."decisionNumber", x."decisionOn", x."decisionCents",
      x."decisionDocument", x."grossCents", x."bcfCents",
      x."effectiveOn", x."legalSource", x.reason, x."contentHash", ${batch.personId}::uuid, ${id}::uuid, x.line
      FROM jsonb_to_recordset(${canonicalJson(rows)}::jsonb) AS x(number text, kind text, "streamId" uuid, "trancheId" uuid,
        "themeId" uuid, "municipalityId" uuid, "areaId" uuid, "allocationId" uuid, "decisionNumber" text, "decisionOn" date,
        "decisionCents" bigint, "decisionDocument" text, "grossCents" bigint, "bcfCents" bigint, "effectiveOn" date, "legalSource" text, reason text, "contentHash" text, line int)`;
  const amounts = lines.flatMap(({ years }, index) =>
    years.map(({ year, amount }) => ({ line: index + 1, year, amount: amount as bigint })),
  );
  await tx.$executeRaw`
    INSERT INTO proposal_line (proposal_id, year, amount_cents)
    SELECT p.id, x.year, x.amount FROM jsonb_to_recordset(${canonicalJson(amounts)}::jsonb) AS x(line int, year int, amount bigint)
      JOIN proposal p ON p.batch_id = ${id}::uuid AND p.batch_line = x.line`;
  return id;
}
