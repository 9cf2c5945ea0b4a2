import { beat, leave, othersPresent } from "@/lib/db/reports/presence";
import { readReport } from "@/lib/db/reports/report-header";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound } from "@/lib/domain/refusal";
import type { ReportHeader } from "@/lib/domain/reports/report-file";

/**
 * Somebody has a report open, or closes it. Colleagues of the same municipality or ministry are told; for others, such as
 * auditors, nothing is written down.
 * @returns the names of colleagues who have it open too
 * @throws NotFound
 */
export const bePresent = (
  { actor }: Grant<"report:read">,
  at: { readonly programmeId: string; readonly reportId: string; readonly leaving: boolean },
): Promise<string[]> =>
  inContext(actor, async (tx) => {
    const { programmeId, reportId, leaving } = at;
    const header = await readReport(tx, programmeId, reportId);
    if (header === null) throw new NotFound(reportId);
    const { personId } = actor;
    const organisationId = sideOf(header, actor.organisationIds);
    if (personId === null || organisationId === undefined) return [];
    if (leaving) {
      await leave(tx, { reportId, personId });
      return [];
    }
    await beat(tx, { reportId, personId, organisationId });
    return othersPresent(tx, { reportId, personId });
  });

const sideOf = ({ municipalityId, owned }: ReportHeader, mine: readonly string[]): string | undefined => {
  if (mine.includes(municipalityId)) return municipalityId;
  return owned ? mine.toSorted()[0] : undefined;
};
