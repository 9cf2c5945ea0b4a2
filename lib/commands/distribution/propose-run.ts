import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { atLines } from "@/lib/domain/distribution/line-reasons";
import { sum } from "@/lib/domain/money";
import { Refusal } from "@/lib/domain/refusal";
import { type BatchLine, type EnteredBatch, enterBatch } from "../proposals/enter-batch";
import { planRun } from "./plan-run";

export interface AskedBatch {
  readonly idempotencyKey: string;
  readonly programme: EnteredBatch["programme"];
  readonly runId: string;
  readonly themeId: string;
  /** Each line gets it with its own number behind it. */
  readonly decisionNumber: string;
  readonly decisionOn: string | null;
  readonly decisionDocument?: string | null;
  readonly legalSource: string | null;
  readonly reason: string;
  readonly today: string;
  readonly as: "draft" | "proposed";
}

/**
 * Makes a batch of a run: per area an allocation, or a revision where one stands. What is as it should be is left out.
 * @returns the id of the batch
 * @throws NotFound, Refusal `blocked` with every reason of every line
 */
export async function proposeRun(grant: Grant<"allocation:propose">, asked: AskedBatch): Promise<string> {
  const { run, lines } = await inContext(grant.actor, (tx) =>
    planRun(tx, asked.programme.id, asked.runId, asked.themeId),
  );
  const meant = lines.filter(({ kind }) => kind !== "unchanged");
  const digits = String(meant.length).length;
  const batch: EnteredBatch = {
    idempotencyKey: asked.idempotencyKey,
    programme: asked.programme,
    origin: "key",
    name: `${run.key.name}, ${run.tranche.name}`,
    source: {
      key: run.key.name,
      keyId: run.keyId,
      version: String(run.version.version),
      run: run.id,
      resultHash: run.resultHash,
    },
    lines: meant.map(
      ({ areaId, kind, standing, years }, index): BatchLine => ({
        kind: kind === "revision" ? "revision" : "allocation",
        trancheId: run.trancheId,
        themeId: asked.themeId,
        areaId,
        allocationId: standing?.allocationId ?? null,
        decisionNumber: `${asked.decisionNumber}-${String(index + 1).padStart(digits, "0")}`,
        decisionOn: asked.decisionOn,
        decisionDocument: asked.decisionDocument ?? null,
        decisionCents: sum(years.map(({ amount }) => amount)),
        effectiveOn: asked.decisionOn ?? asked.today,
        legalSource: asked.legalSource,
        reason: asked.reason,
        years,
      }),
    ),
    as: asked.as,
  };
  try {
    return await enterBatch(grant, batch);
  } catch (error) {
    if (!(error instanceof Refusal) || error.reasons.length === 0) throw error;
    const reasons = atLines(error.reasons);
    throw new Refusal(error.code, { count: String(reasons.length) }, reasons);
  }
}
