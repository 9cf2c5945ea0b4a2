import { auditContent, type StoredAuditEvent } from "@/lib/domain/audit/audit-content";
import { MerkleAccumulator } from "@/lib/domain/ledger/merkle";
import type { Span } from "@/lib/domain/ledger/merkle-proofs";
import type { Problem } from "@/lib/domain/ledger/verify";
import { type CheckpointFinding, checkpointProblems } from "@/lib/domain/ledger/verify-checkpoints";
import { Prisma } from "../generated/client";
import { digests } from "../ledger-reading/digests";
import type { Snapshot } from "../ledger-reading/snapshot";

export interface LogVerdict {
  /** Which log it is, in what is signed of it. */
  readonly id: string;
  /** How many lines there are. */
  readonly size: bigint;
  readonly root: string;
  readonly checkpoints: number;
  /** Their places are those of lines, counted from 1. */
  readonly problems: readonly Problem[];
}

/** What is signed for of each line, in their order, up to a number. */
async function* leaves(snapshot: Snapshot, until: bigint | null): AsyncGenerator<Uint8Array> {
  const events = Prisma.sql`
    SELECT v.id::text AS id, to_char(v.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, v.person_id::text AS "personId",
      v.action, v.outcome, v.programme_id::text AS "programmeId", v.municipality_id::text AS "municipalityId",
      v.subject_kind AS "subjectKind", v.subject_id AS "subjectId", v.origin, v.facts::text AS facts
      FROM audit_event v WHERE ${until}::bigint IS NULL OR v.id <= ${until}::bigint ORDER BY v.id`;
  for await (const rows of snapshot.batches<StoredAuditEvent>(events))
    for (const row of rows) yield digests.fromHex(digests.sha256Hex(auditContent(row)));
}

/** Reads the audit log from its first line to its last, and holds it against everything that was signed earlier. */
export async function verifyLog(
  snapshot: Snapshot,
  until: bigint | null,
  findings: readonly CheckpointFinding[],
): Promise<LogVerdict> {
  const [log] = await snapshot.rows<{ id: string }>(Prisma.sql`SELECT id::text AS id FROM audit_log`);
  const id = log?.id ?? "";
  const own = findings.filter(({ checkpoint }) => checkpoint.programmeId === id);
  const wanted = new Set(own.map(({ checkpoint }) => checkpoint.size));
  const roots = new Map<bigint, string>();
  const tree = new MerkleAccumulator(digests.sha256);
  for await (const leaf of leaves(snapshot, until)) {
    tree.add(leaf);
    if (wanted.has(tree.size)) roots.set(tree.size, digests.toHex(tree.root()));
  }
  return {
    id,
    size: tree.size,
    root: digests.toHex(tree.root()),
    checkpoints: own.length,
    problems: checkpointProblems({ size: tree.size, roots }, own),
  };
}

/** Roots of spans of lines, for the proof that the log goes on from an earlier checkpoint. */
export async function rootsOfLines(
  snapshot: Snapshot,
  until: bigint,
  spans: readonly Span[],
): Promise<readonly string[]> {
  const trees = spans.map((span) => ({ span, tree: new MerkleAccumulator(digests.sha256) }));
  let place = 0n;
  for await (const leaf of leaves(snapshot, until)) {
    for (const { span, tree } of trees) if (span.from <= place && place < span.to) tree.add(leaf);
    place += 1n;
  }
  return trees.map(({ tree }) => digests.toHex(tree.root()));
}
