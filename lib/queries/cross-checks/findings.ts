import "server-only";
import {
  countFindings,
  type FindingFilter,
  readCrossFindings,
  readRun,
} from "@/lib/db/cross-checks/read-runs";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { INVARIANTS } from "@/lib/domain/cross-checks/invariants";
import type { KeptCrossFinding, RunRow } from "@/lib/domain/cross-checks/kept-run";
import { NotFound } from "@/lib/domain/refusal";

export const FINDINGS_PER_PAGE = 100;

export interface FoundInRun {
  readonly rows: readonly KeptCrossFinding[];
  readonly total: number;
}

const ALL = { limit: 100_000, offset: 0 };

/** Findings of a run, a page at a time. */
export const findCrossFindings = (
  grant: Grant<"reconciliation:read">,
  run: Pick<RunRow, "id">,
  filter: FindingFilter,
  page: number | null,
): Promise<FoundInRun> =>
  inContext(grant.actor, async (tx) => {
    const part = page === null ? ALL : { limit: FINDINGS_PER_PAGE, offset: (page - 1) * FINDINGS_PER_PAGE };
    return {
      rows: await readCrossFindings(tx, run.id, filter, part),
      total: await countFindings(tx, run.id, filter),
    };
  });

/** What the previous run had and this one has no more, or has not judged. */
export const findLost = (
  grant: Grant<"reconciliation:read">,
  { id, previous }: Pick<RunRow, "id" | "previous">,
  why: "gone" | "unjudged",
  page: number,
): Promise<FoundInRun> =>
  previous === null
    ? Promise.resolve({ rows: [], total: 0 })
    : findCrossFindings(grant, previous, { lostIn: { run: id, why } }, page);

/** The rows that break what the ledger promises, of one run. */
export const findBrokenRows = (
  grant: Grant<"reconciliation:read">,
  run: Pick<RunRow, "id">,
  page: number,
): Promise<FoundInRun> => findCrossFindings(grant, run, { rules: INVARIANTS.map(({ code }) => code) }, page);

/** One finding of a run, for an auditor who writes one of it. @throws NotFound */
export const findCrossFinding = (
  grant: Grant<"finding:write">,
  programmeId: string,
  number: number,
  key: string,
): Promise<{ readonly run: RunRow; readonly finding: KeptCrossFinding }> =>
  inContext(grant.actor, async (tx) => {
    const run = await readRun(tx, programmeId, number);
    const [finding] =
      run === null ? [] : await readCrossFindings(tx, run.id, { key }, { limit: 1, offset: 0 });
    if (run === null || finding === undefined) throw new NotFound(key);
    return { run, finding };
  });

/** The run that a finding of an auditor was written of; null where it was not, or this reader does not see it. */
export const findOrigin = (
  grant: Grant<"finding:read">,
  findingId: string,
): Promise<{ readonly run: number; readonly key: string; readonly rule: string } | null> =>
  inContext(grant.actor, async (tx) => {
    const found = await tx.findingOrigin.findUnique({
      where: { findingId },
      select: {
        key: true,
        origin: { select: { ruleCode: true, result: { select: { run: { select: { number: true } } } } } },
      },
    });
    return found && { run: found.origin.result.run.number, key: found.key, rule: found.origin.ruleCode };
  });
