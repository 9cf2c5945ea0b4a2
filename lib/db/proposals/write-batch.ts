import type { BatchDraft, BatchOrigin } from "@/lib/domain/proposals/batch";
import { Prisma } from "../generated/client";
import { rowsJson, streamedHash } from "../hash";
import { queryLarge, type Tx } from "../transaction";
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
}

/** What an approver is shown of a line, hashed. */
export const hashOfLine = ({ years, ...line }: WrittenLine): string =>
  hashOf({ ...line, claimId: null, lines: years });

/** Writes a batch with all its lines. */
export async function writeBatch(
  tx: Tx,
  { lines, ...batch }: WrittenBatch & { readonly lines: readonly WrittenLine[] },
): Promise<string> {
  const hashes = lines.map(hashOfLine);
  const id = await openBatch(
    tx,
    batch,
    lines.map(({ number }, index) => [number, hashes[index] ?? ""] as const),
  );
  await writeLines(tx, batch, { id, from: 1, lines, hashes });
  return id;
}

/** Makes the batch of lines that are about to be written: its hash is over the number and the hash of each of them. */
export async function openBatch(
  tx: Tx,
  batch: WrittenBatch,
  hashed: Iterable<readonly [number: string, contentHash: string]>,
): Promise<string> {
  const { id } = await tx.batch.create({
    data: {
      programmeId: batch.programmeId,
      number: batch.number,
      name: batch.name,
      origin: batch.origin,
      together: batch.together,
      source: { ...batch.source },
      contentHash: streamedHash(hashed),
      createdBy: batch.personId,
    },
    select: { id: true },
  });
  return id;
}

/** Lines of a batch that follow each other, with the hash of each. */
export interface WrittenPart {
  /** Of the batch. */
  readonly id: string;
  /** The place of the first of them in the batch, from 1. */
  readonly from: number;
  readonly lines: readonly WrittenLine[];
  readonly hashes: readonly string[];
}

/** Writes lines of a batch set-based: as many statements for thousands of lines as for two. */
export async function writeLines(
  tx: Tx,
  batch: Pick<WrittenBatch, "programmeId" | "personId" | "status">,
  { id, from, lines, hashes }: WrittenPart,
): Promise<void> {
  const rows = lines.map(({ years: _, ...line }, index) => ({
    ...line,
    contentHash: hashes[index],
    line: from + index,
  }));
  await queryLarge(
    tx,
    Prisma.sql`
    INSERT INTO proposal (programme_id, number, kind, status, stream_id, tranche_id, theme_id, municipality_id, area_id,
      allocation_id, decision_number, decision_on, decision_cents, decision_document, gross_cents, bcf_cents, effective_on,
      legal_source, reason, content_hash, created_by, batch_id, batch_line)
    SELECT ${batch.programmeId}::uuid, x.number, x.kind::proposal_kind, ${batch.status}::proposal_status, x."streamId", x."trancheId",
      x."themeId", x."municipalityId", x."areaId", x."allocationId", x."decisionNumber", x."decisionOn", x."decisionCents",
      x."decisionDocument", x."grossCents", x."bcfCents",
      x."effectiveOn", x."legalSource", x.reason, x."contentHash", ${batch.personId}::uuid, ${id}::uuid, x.line
      FROM jsonb_to_recordset(${rowsJson(rows)}::jsonb) AS x(number text, kind text, "streamId" uuid, "trancheId" uuid,
        "themeId" uuid, "municipalityId" uuid, "areaId" uuid, "allocationId" uuid, "decisionNumber" text, "decisionOn" date,
        "decisionCents" bigint, "decisionDocument" text, "grossCents" bigint, "bcfCents" bigint, "effectiveOn" date, "legalSource" text, reason text, "contentHash" text, line int)`,
  );
  const amounts = lines.flatMap(({ years }, index) =>
    years.map(({ year, amount }) => ({ line: from + index, year, amount: amount as bigint })),
  );
  await queryLarge(
    tx,
    Prisma.sql`
    INSERT INTO proposal_line (proposal_id, year, amount_cents)
    SELECT p.id, x.year, x.amount FROM jsonb_to_recordset(${rowsJson(amounts)}::jsonb) AS x(line int, year int, amount bigint)
      JOIN proposal p ON p.batch_id = ${id}::uuid AND p.batch_line = x.line
     WHERE p.batch_line BETWEEN ${from}::int AND ${from + lines.length - 1}::int`,
  );
}
