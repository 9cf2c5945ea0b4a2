import type { MerkleNode } from "@/lib/domain/ledger/merkle";
import { ChainVerifier, type Problem } from "@/lib/domain/ledger/verify";
import { accountProblem } from "@/lib/domain/ledger/verify-accounts";
import { type CheckpointFinding, checkpointProblems } from "@/lib/domain/ledger/verify-checkpoints";
import { nodeProblems } from "../checkpoints/keep-nodes";
import { digests } from "./digests";
import { type LedgerTail, readAccounts, readLedger, readTail } from "./read-ledger";
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
  for await (const entry of readLedger(snapshot, programme.id, () => months.settle())) {
    chain.add(entry);
    months.add(entry);
  }
  const problems = [...chain.problems, ...tailProblems(chain, await readTail(snapshot, programme.id))];
  problems.push(...(await months.finish()));
  for await (const account of readAccounts(snapshot, programme.id)) {
    const problem = accountProblem(programme.id, account, chain.accounts.get(account.id));
    if (problem !== null) problems.push(problem);
  }
  problems.push(...(await nodeProblems(snapshot, programme.id, chain.nodes)));
  problems.push(...checkpointProblems(chain, own));
  return {
    programme: programme.code,
    programmeId: programme.id,
    entries: chain.size,
    postings: chain.postings,
    head: chain.lastHash,
    root: chain.root(),
    checkpoints: own.length,
    problems: problems.sort(byEntry),
    nodes: chain.nodes,
  };
}

function tailProblems(chain: ChainVerifier, { head, postings, orphan }: LedgerTail): Problem[] {
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
  if (postings !== chain.postings) {
    says(
      "late_posting",
      orphan === null ? null : BigInt(orphan),
      `there are ${postings} postings, the entries have ${chain.postings}`,
    );
  }
  return found;
}

const byEntry = (a: Problem, b: Problem) => {
  if (a.seq === b.seq) return 0;
  if (a.seq === null || b.seq === null) return a.seq === null ? 1 : -1;
  return a.seq < b.seq ? -1 : 1;
};
