import type { Actor } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { recordAudit } from "../audit";
import type { Tx } from "../transaction";

interface Ended {
  readonly programmeId: string;
  readonly request: string;
  readonly outcome: "answered" | "withdrawn";
  readonly documentId: string | null;
  readonly note: string | null;
}

/** Ends a request, once. @throws NotFound for one of another municipality, Refusal `not_open`, `sample_differs` */
export async function endRequest(tx: Tx, actor: Actor, ended: Ended): Promise<void> {
  const { programmeId, request: id, outcome, documentId, note } = ended;
  const request = await tx.evidenceRequest.findFirst({ where: { id, programmeId }, include: { end: true } });
  const foreign =
    actor.scope === "municipality" && !actor.organisationIds.includes(request?.municipalityId ?? "");
  if (request === null || foreign) throw new NotFound(id);
  if (request.end !== null) throw new Refusal("not_open");
  const { municipalityId } = request;
  await tx.evidenceRequestEnd.create({
    data: { requestId: id, municipalityId, outcome, documentId, note, personId: actor.personId ?? "" },
    select: { requestId: true },
  });
  await recordAudit(tx, actor, {
    action: `evidence-request.${outcome}`,
    programmeId,
    municipalityId,
    subjectKind: "evidence_request",
    subjectId: id,
    facts: { documentId, note },
  });
}
