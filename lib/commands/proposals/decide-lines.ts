import { append } from "@/lib/db/journal";
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

/**
 * Approves lines and posts those that have every approval they need, in as many statements for one line as for a hundred
 * thousand. Lines that are decided together wait for the last of them.
 */
export async function approveLines(
  tx: Tx,
  programmeId: string,
  personId: string,
  verdicts: readonly Verdict[],
  together: boolean,
): Promise<Outcome> {
  await writeApprovals(tx, personId, "approved", verdicts);
  const lines = verdicts.map(({ line }) => line);
  const short = await stillWaiting(
    tx,
    lines.map(({ id }) => id),
  );
  const held = (line: DecidedLine) => (together ? short.size > 0 : short.has(line.id));
  const posted = lines.filter((line) => !held(line));
  if (posted.length > 0) await post(tx, programmeId, personId, posted);
  return { posted, waiting: lines.filter(held) };
}

export async function returnLines(tx: Tx, personId: string, verdicts: readonly Verdict[]): Promise<void> {
  await writeApprovals(tx, personId, "returned", verdicts);
  await markReturned(
    tx,
    verdicts.map(({ line }) => line.id),
  );
}

async function post(
  tx: Tx,
  programmeId: string,
  personId: string,
  lines: readonly DecidedLine[],
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
  const first = await firstEntries(tx, [...new Set(changed)]);
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
  await append(tx, programmeId, personId, entries);
}
