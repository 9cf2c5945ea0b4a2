import { allocatedNow, standingOf } from "@/lib/db/distribution/present";
import { type RunRow, readRun } from "@/lib/db/distribution/read";
import { readAreas } from "@/lib/db/distribution/recipients";
import type { Tx } from "@/lib/db/transaction";
import { type PlannedLine, plannedLines, withoutArea } from "@/lib/domain/distribution/lines";
import { Refusal } from "@/lib/domain/refusal";
import { storedDefinition, storedOutcome } from "@/lib/input/distribution-key";

/**
 * What a run asks for over what stands now, per area in one theme.
 * @throws NotFound, Refusal `blocked` when a recipient has no area here
 */
export async function planRun(
  tx: Tx,
  programmeId: string,
  runId: string,
  themeId: string,
): Promise<{ readonly run: RunRow; readonly lines: readonly PlannedLine[] }> {
  const run = await readRun(tx, programmeId, runId);
  const { grain } = storedDefinition.parse(run.version.definition);
  const outcome = storedOutcome.parse(run.result);
  const areas = await readAreas(tx, programmeId);
  const lost = withoutArea(outcome, grain, areas);
  if (lost.length > 0)
    throw new Refusal("blocked", { count: "1" }, [
      {
        code: "distribution.reasons.no_area",
        facts: { count: String(lost.length), codes: lost.join(", ") },
      },
    ]);
  const standing = standingOf(await allocatedNow(tx, programmeId, run.trancheId), themeId);
  return { run, lines: plannedLines(outcome, grain, areas, standing) };
}
