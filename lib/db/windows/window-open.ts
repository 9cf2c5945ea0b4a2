import { Refusal } from "@/lib/domain/refusal";
import { clockInAmsterdam } from "@/lib/domain/windows/amsterdam-time";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";
import { areasGrantedUntil, grantedUntil } from "./exempt";

interface Asked {
  readonly windowId: string;
  readonly municipalityId: string;
  /** Null while there is no report yet. */
  readonly reportId: string | null;
}

interface WindowOpen {
  readonly open: boolean;
  readonly code: string;
  readonly programme: string;
  readonly closesAt: Date | null;
  /** The last day of a longer time that was granted to this municipality as a whole. */
  readonly grantedUntil: string | null;
  /** Those that were granted for one area and still hold. */
  readonly areasUntil: readonly AreaUntil[];
}

export interface AreaUntil {
  readonly area: string;
  /** Last day, yyyy-mm-dd. */
  readonly until: string;
}

/** Until when a municipality can write in a window, and whether it still can: the same question as the guard asks. */
export async function readWindowOpen(
  tx: Tx,
  { windowId, municipalityId, reportId }: Asked,
): Promise<WindowOpen | null> {
  const [found] = await tx.$queryRaw<WindowOpen[]>`
    SELECT CASE WHEN ${reportId}::uuid IS NULL THEN security.window_open_for(w.id, ${municipalityId}::uuid, NULL)
             ELSE security.report_open_for(${reportId}::uuid, NULL) END AS open,
           w.code, p.code AS programme, w.closes_at AS "closesAt",
           to_char(${grantedUntil(Prisma.sql`${municipalityId}::uuid`)}, 'YYYY-MM-DD') AS "grantedUntil",
           ${areasGrantedUntil(Prisma.sql`${municipalityId}::uuid`)} AS "areasUntil"
      FROM reporting_window w JOIN programme p ON p.id = w.programme_id WHERE w.id = ${windowId}::uuid`;
  return found ?? null;
}

/** @throws Refusal `window_closed`, with when it closed and where an exception is asked */
export async function requireWindowOpen(tx: Tx, asked: Asked): Promise<void> {
  const found = await readWindowOpen(tx, asked);
  if (found === null || found.open) return;
  const { date, time } = clockInAmsterdam(found.closesAt ?? new Date());
  throw new Refusal("window_closed", {}, [
    {
      // Without a report there is no draft to be at ease about.
      code: `windows.reasons.${asked.reportId === null ? "closed_unopened" : "closed"}`,
      facts: { closedOn: date, time },
      href: `/programma/${found.programme}/rapportages/perioden/${asked.windowId}#uitzondering`,
    },
  ]);
}
