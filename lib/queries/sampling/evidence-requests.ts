import "server-only";
import { readEvidence } from "@/lib/db/evidence/read-evidence";
import { readReport } from "@/lib/db/reports/report-header";
import { municipalityRequests } from "@/lib/db/sampling/requests";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { documentsOf } from "@/lib/domain/evidence/coverage";
import type { EvidenceDocument } from "@/lib/domain/evidence/evidence-document";
import { NotFound } from "@/lib/domain/refusal";
import type { MunicipalityRequest } from "@/lib/domain/sampling/evidence-request";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What auditors asked of municipalities: all of it for an auditor, one's own for a municipality. */
export const listRequests = (
  grant: Grant<"request:read">,
  programmeId: string,
): Promise<readonly MunicipalityRequest[]> =>
  inContext(grant.actor, (tx) => municipalityRequests(tx, programmeId));

/** A request with the documents of the line that it is about. @throws NotFound */
export const findRequest = (
  grant: Grant<"request:read">,
  programmeId: string,
  id: string,
): Promise<{ readonly request: MunicipalityRequest; readonly documents: readonly EvidenceDocument[] }> =>
  inContext(grant.actor, async (tx) => {
    const [request] = UUID.test(id) ? await municipalityRequests(tx, programmeId, id) : [];
    if (request === undefined) throw new NotFound(id);
    const report = await readReport(tx, programmeId, request.reportId);
    const evidence = report === null ? null : await readEvidence(tx, report);
    return { request, documents: evidence === null ? [] : documentsOf(evidence.documents, request) };
  });
