import { appendMany } from "@/lib/db/journal";
import type { DecidedLine } from "@/lib/db/proposals/decided-lines";
import { factsOf } from "@/lib/db/proposals/read-proposal";
import {
  firstEntries,
  lastSettlements,
  makeAllocations,
  markApproved,
  markReturned,
  movements,
  stillWaiting,
  type Verdict,
  withCeiling,
  writeApprovals,
} from "@/lib/db/proposals/write-decision";
import type { Tx } from "@/lib/db/transaction";
import { entryOfProposal } from "@/lib/domain/proposals/posting";
import { Refusal } from "@/lib/domain/refusal";

export interface Outcome {
  /** Posted now. */
  readonly posted: readonly DecidedLine[];
  /** Approved, and waiting for a second approver. */
  readonly waiting: readonly DecidedLine[];
}

/** Approves one proposal, or a few, and posts those that have every approval they need. */
export async function approveLines(
  tx: Tx,
  programmeId: string,
  personId: string,
  verdicts: readonly Verdict[],
): Promise<Outcome> {
  const short = await keepApprovals(tx, personId, verdicts);
  const lines = verdicts.map(({ line }) => line);
  const posted = lines.filter(({ id }) => !short.has(id));
  if (posted.length > 0) await postLines(tx, programmeId, personId, posted);
  return { posted, waiting: lines.filter(({ id }) => short.has(id)) };
}

/** Keeps approvals. @returns which of these lines still wait for a second approver */
export async function keepApprovals(
  tx: Tx,
  personId: string,
  verdicts: readonly Verdict[],
): Promise<ReadonlySet<string>> {
  await writeApprovals(tx, personId, "approved", verdicts);
  return stillWaiting(
    tx,
    verdicts.map(({ line }) => line.id),
  );
}

export async function returnLines(tx: Tx, personId: string, verdicts: readonly Verdict[]): Promise<void> {
  await writeApprovals(tx, personId, "returned", verdicts);
  await markReturned(
    tx,
    verdicts.map(({ line }) => line.id),
  );
}

/**
 * Posts lines that have every approval they need, in as many statements for one line as for thousands.
 * @param first the first entry of allocations that were looked up before; it never changes, and what is found is added
 */
export async function postLines(
  tx: Tx,
  programmeId: string,
  personId: string,
  lines: readonly DecidedLine[],
  first = new Map<string, bigint>(),
): Promise<void> {
  const unplaced = ({ row }: DecidedLine) =>
    row.kind === "allocation" &&
    !(row.themeId && row.municipalityId && row.areaId && row.decisionOn && row.decisionNumber);
  if (lines.some(unplaced)) throw new Refusal("blocked");
  const ids = lines.map(({ id }) => id);
  const ceilings = lines.filter(({ row }) => row.kind === "ceiling").map(({ row }) => row.trancheId);
  const had = await withCeiling(tx, [...new Set(ceilings)]);
  await makeAllocations(tx, ids);
  const allocationOf = await markApproved(tx, ids);
  const changed = lines.flatMap(({ row }) =>
    row.kind === "allocation" || row.allocationId === null ? [] : [row.allocationId],
  );
  const unknown = [...new Set(changed)].filter((id) => !first.has(id));
  for (const [id, seq] of await firstEntries(tx, unknown)) first.set(id, seq);
  const reopened = lines.flatMap(({ row }) => (row.kind === "reopening" ? [row.allocationId ?? ""] : []));
  const settlements = await lastSettlements(tx, [...new Set(reopened)]);
  const moving = await movements(tx, [...new Set(lines.flatMap(({ row }) => row.batchId ?? []))]);
  const entries = lines.map(({ id, row }) => {
    const allocationId = allocationOf.get(id) ?? null;
    return entryOfProposal(factsOf(row), {
      proposalId: id,
      allocationId,
      correctsSeq: (row.kind === "reopening" ? settlements : first).get(allocationId ?? ""),
      moved: row.batchId !== null && moving.has(row.batchId),
      hasCeiling: had.has(row.trancheId),
    });
  });
  await appendMany(tx, programmeId, personId, entries);
}
