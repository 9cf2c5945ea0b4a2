import "server-only";
import { type FigureQuestion, wholeHistory } from "@/lib/db/overview/figure-history";
import { type HistoryPage, historyPage } from "@/lib/db/overview/history-page";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { FigureChange } from "@/lib/domain/overview/figure-history";

export const CHANGES_PER_PAGE = 50;

/** A page of the changes of a figure, last first: the last ones, or those before an entry. */
export const findFigureHistory = (
  grant: Grant<"reconciliation:read">,
  { before, ...question }: FigureQuestion & { readonly before: bigint | null },
): Promise<HistoryPage> =>
  inContext(grant.actor, (tx) => historyPage(tx, question, { before, limit: CHANGES_PER_PAGE }));

/** Every change of a figure. */
export const exportFigureHistory = (
  grant: Grant<"reconciliation:read">,
  question: FigureQuestion,
): Promise<readonly FigureChange[]> => inContext(grant.actor, (tx) => wholeHistory(tx, question));

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
