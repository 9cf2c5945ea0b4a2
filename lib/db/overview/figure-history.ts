import type { FigureChange, FigureFilter } from "@/lib/domain/overview/figure-history";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";
import { accountsOf, CHANGE, changeOf, type DescribedRow, described } from "./figure-changes";

export interface FigureQuestion {
  readonly programmeId: string;
  readonly streamId: string;
  readonly filter: FigureFilter;
  readonly asOf: AsOf;
}

export const CHANGE_OF_ENTRY = Prisma.sql`
  e.seq, sum(${CHANGE(Prisma.sql`p.amount_cents`)}) AS change, min(a.area_id::text)::uuid AS area_id, count(DISTINCT a.area_id) AS areas`;
export const NOT_NOTHING = Prisma.sql`GROUP BY e.seq HAVING sum(${CHANGE(Prisma.sql`p.amount_cents`)}) <> 0`;

/** Every entry that changed a figure, last first, with what it was before and after: one pass, for a file or one allocation. */
export async function wholeHistory(
  tx: Tx,
  { programmeId, streamId, filter, asOf }: FigureQuestion,
): Promise<FigureChange[]> {
  const allocation =
    filter.allocation === null ? Prisma.empty : Prisma.sql`AND e.allocation_id = ${filter.allocation}::uuid`;
  const rows = await tx.$queryRaw<DescribedRow[]>`
    WITH changed AS (
      SELECT ${CHANGE_OF_ENTRY} FROM entry e JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
        JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id
       WHERE e.programme_id = ${programmeId}::uuid AND e.stream_id = ${streamId}::uuid ${allocation}
         AND e.effective_on <= ${asOf.validOn}::date AND e.recorded_at <= ${asOf.knownAt}::timestamptz
         AND ${accountsOf(programmeId, streamId, filter)} ${NOT_NOTHING}),
    run AS (SELECT c.*, sum(change) OVER (ORDER BY seq) AS now, row_number() OVER (ORDER BY seq) = 1 AS first FROM changed c)
    ${described(programmeId)}`;
  return rows.map(changeOf);
}
