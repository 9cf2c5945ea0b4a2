import "server-only";
import { figureHistory } from "@/lib/db/overview/figure-history";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { FigureChange, FigureFilter } from "@/lib/domain/overview/figure-history";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";

export const CHANGES_PER_PAGE = 50;

export interface HistoryQuestion {
  readonly programmeId: string;
  readonly streamId: string;
  readonly filter: FigureFilter;
  readonly asOf: AsOf;
}

/** One page of the changes of a figure, last first. */
export const findFigureHistory = (
  grant: Grant<"reconciliation:read">,
  { programmeId, streamId, page, ...asked }: HistoryQuestion & { readonly page: number },
): Promise<{ readonly rows: readonly FigureChange[]; readonly total: number }> =>
  inContext(grant.actor, (tx) =>
    figureHistory(tx, programmeId, streamId, {
      ...asked,
      limit: CHANGES_PER_PAGE,
      offset: (page - 1) * CHANGES_PER_PAGE,
    }),
  );

/** Every change of a figure. */
export const exportFigureHistory = (
  grant: Grant<"reconciliation:read">,
  { programmeId, streamId, ...asked }: HistoryQuestion,
): Promise<{ readonly rows: readonly FigureChange[]; readonly total: number }> =>
  inContext(grant.actor, (tx) =>
    figureHistory(tx, programmeId, streamId, { ...asked, limit: null, offset: 0 }),
  );

/** The municipalities that a figure of the stream can be asked of. */
export const historyMunicipalities = (
  grant: Grant<"reconciliation:read">,
  programmeId: string,
  streamId: string,
): Promise<{ readonly code: string; readonly name: string }[]> =>
  inContext(grant.actor, async (tx) => {
    const rows = await tx.allocation.findMany({
      where: { programmeId, streamId },
      distinct: ["municipalityId"],
      include: { municipality: true },
    });
    return rows
      .map(({ municipality }) => ({ code: municipality.code, name: municipality.preferredName }))
      .sort((a, b) => a.name.localeCompare(b.name, "nl"));
  });
