import type { MerkleNode } from "@/lib/domain/ledger/merkle";
import { ChainVerifier, type Problem } from "@/lib/domain/ledger/verify";
import { accountProblem } from "@/lib/domain/ledger/verify-accounts";
import { type CheckpointFinding, checkpointProblems } from "@/lib/domain/ledger/verify-checkpoints";
import { nodeProblems } from "../checkpoints/keep-nodes";
import { digests } from "./digests";
import { eachEntry, firstOrphan, type LedgerTail, readAccounts, readTail } from "./read-ledger";
import type { Snapshot } from "./snapshot";
import { MonthVerifier } from "./verify-months";

export interface LedgerVerdict {
  readonly programme: string;
  readonly programmeId: string;
  readonly entries: bigint;
  readonly postings: bigint;
  readonly head: string;
  readonly root: string;
  readonly checkpoints: number;
  /** In order of the entry that shows it; those of no entry come last. */
  readonly problems: readonly Problem[];
  /** Subtrees of the Merkle tree, for who signs it. */
  readonly nodes: readonly MerkleNode[];
}

/** Reads a programme's journal from the first entry to the last and checks everything that it promises. */
export async function verifyLedger(
  snapshot: Snapshot,
  programme: { readonly id: string; readonly code: string },
  checkpoints: readonly CheckpointFinding[],
): Promise<LedgerVerdict> {
  const own = checkpoints.filter(({ checkpoint }) => checkpoint.programmeId === programme.id);
  const chain = new ChainVerifier(
    digests,
    own.map(({ checkpoint }) => checkpoint.size),
  );
  const months = new MonthVerifier(snapshot, programme.id);
  await eachEntry(
    snapshot,
    programme.id,
    (entry) => {
      chain.add(entry);
      months.add(entry);
    },
    () => months.settle(),
  );
  const tail = await readTail(snapshot, programme.id);
  const problems = [...chain.problems, ...headProblems(chain, tail)];
  if (tail.postings !== BigInt(chain.postings))
    problems.push({
      code: "late_posting",
      seq: await firstOrphan(snapshot, programme.id),
      detail: `there are ${tail.postings} postings, the entries have ${chain.postings}`,
    });
  problems.push(...(await months.finish()));
  for await (const account of readAccounts(snapshot, programme.id)) {
    const problem = accountProblem(programme.id, account, months.accounts.get(account.id));
    if (problem !== null) problems.push(problem);
  }
  problems.push(...(await nodeProblems(snapshot, programme.id, chain.nodes)));
  problems.push(...checkpointProblems(chain, own));
  return {
    programme: programme.code,
    programmeId: programme.id,
    entries: chain.size,
    postings: BigInt(chain.postings),
    head: chain.lastHash,
    root: chain.root(),
    checkpoints: own.length,
    problems: problems.sort(byEntry),
    nodes: chain.nodes,
  };
}

function headProblems(chain: ChainVerifier, { head }: LedgerTail): Problem[] {
  const found: Problem[] = [];
  const says = (code: Problem["code"], seq: bigint | null, detail: string) =>
    found.push({ code, seq, detail });
  const headSeq = BigInt(head?.seq ?? 0);
  if (headSeq > chain.size)
    says("head", chain.size + 1n, `the head says that there are ${headSeq} entries, there are ${chain.size}`);
  else if (headSeq < chain.size)
    says("head", headSeq + 1n, `the head stands at ${headSeq}, the last entry is ${chain.size}`);
  else if (
    head !== null &&
    (head.hash !== chain.lastHash || (chain.size > 0n && head.recordedAt !== chain.lastAt))
  ) {
    says("head", chain.size, "the head does not hold the time and hash of the last entry");
  }
  return found;
}

const byEntry = (a: Problem, b: Problem) => {
  if (a.seq === b.seq) return 0;
  if (a.seq === null || b.seq === null) return a.seq === null ? 1 : -1;
  return a.seq < b.seq ? -1 : 1;
};
