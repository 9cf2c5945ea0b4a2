import { recordAudit } from "@/lib/db/audit";
import {
  ContentWriter,
  dropPieces,
  dropUpload,
  readQuarantined,
  sweepAbandoned,
} from "@/lib/db/evidence/content";
import { once } from "@/lib/db/idempotency";
import { lockReport, readReport } from "@/lib/db/reports/report-header";
import { readLines } from "@/lib/db/reports/report-lines";
import { endRequest } from "@/lib/db/sampling/end-request";
import { evidenceAsked } from "@/lib/db/sampling/evidence-asked";
import { inContext, type Tx } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import {
  EVIDENCE_BYTES,
  type FileRefused,
  keptName,
  MEDIA_TYPE,
  MOST_PER_LINE,
  refusedFile,
} from "@/lib/domain/evidence/evidence-file";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import type { NamedLine, ReportHeader } from "@/lib/domain/reports/report-file";
import { isOpenFor } from "@/lib/domain/reports/report-status";
import { type Examined, FileExamination } from "@/lib/files/evidence/examine-file";
import { putObject, removeObject, StoreAway } from "@/lib/files/evidence/object-store";
import { objectStore } from "@/lib/files/evidence/settings";
import type { FormFile } from "@/lib/files/read-form";
import type { EvidenceInput } from "@/lib/input/evidence";
import { dateInAmsterdam } from "@/lib/views/dates";
import { scanEvidence } from "./scan-evidence";

type Fill = Grant<"report:fill">;

export interface EvidencePlace {
  readonly programmeId: string;
  readonly reportId: string;
}

/** Where the document belongs, and where its bytes are kept meanwhile. */
interface Begun extends EvidencePlace {
  readonly uploadId: string;
  readonly municipalityId: string;
  readonly line: NamedLine;
}

/** Out of a transaction, so that it ends without a trace. */
class NotTaken extends Error {
  constructor(readonly why: FileRefused) {
    super(why.problem);
  }
}

/**
 * Takes a document in, piece by piece, and keeps it when it is what it says it is. Of a file that is refused nothing is
 * left. @throws NotFound
 */
export async function addEvidence(
  grant: Fill,
  place: EvidencePlace,
  input: EvidenceInput,
  file: FormFile,
): Promise<FileRefused | null> {
  await sweepAbandoned();
  const begun = await begin(grant, place, input.line);
  if ("problem" in begun) return begun;
  let kept = false;
  try {
    const examined = await receive(grant, begun, file);
    if ("problem" in examined) return examined;
    kept = await keep(grant, begun, input, { ...examined, fileName: keptName(file.name) });
  } catch (error) {
    const refused = asFileRefused(error);
    if (refused === null) throw error;
    return refused;
  } finally {
    if (!kept) await dropUpload(begun.uploadId);
  }
  // Kept is kept: when the verdict cannot be had now, the document waits in quarantine.
  await scanEvidence(place.reportId).catch(() => undefined);
  return null;
}

function asFileRefused(error: unknown): FileRefused | null {
  if (error instanceof NotTaken) return error.why;
  if (error instanceof StoreAway) return refusedFile("store_away");
  if (!(error instanceof Refusal)) return null;
  if (error.code === "not_open" || error.code === "key_reused") return refusedFile(error.code);
  return null;
}

const begin = (grant: Fill, place: EvidencePlace, key: string): Promise<Begun | FileRefused> =>
  inContext(grant.actor, async (tx) => {
    const header = await readReport(tx, place.programmeId, place.reportId);
    const own = header !== null && grant.actor.organisationIds.includes(header.municipalityId);
    if (header === null || !own) throw new NotFound(place.reportId);
    const line = (await readLines(tx, header, dateInAmsterdam(new Date()))).find((one) => one.key === key);
    if (line === undefined) throw new NotFound(key);
    if (!(await takesEvidence(tx, header, line))) return refusedFile("not_open");
    const { municipalityId } = header;
    const { id } = await tx.evidenceUpload.create({
      data: { reportId: header.id, municipalityId, personId: grant.actor.personId ?? "" },
      select: { id: true },
    });
    return { ...place, uploadId: id, municipalityId, line };
  });

/** Every piece is looked at and put away before the next is asked for, so memory does not grow with the file. */
async function receive(grant: Fill, begun: Begun, file: FormFile): Promise<Examined | FileRefused> {
  const examination = new FileExamination();
  const { uploadId, municipalityId } = begun;
  const writer = new ContentWriter(grant.actor, { uploadId, municipalityId });
  for await (const piece of file.pieces) {
    await examination.add(piece);
    await writer.add(piece);
  }
  if (file.cutOff()) return refusedFile("too_large", { most: String(EVIDENCE_BYTES / 1024 / 1024) });
  await writer.finish();
  return examination.finish(file.name);
}

type Received = Examined & { readonly fileName: string };

/** Whether this upload became the document; not when the same form was sent before, and did its work then. */
async function keep(grant: Fill, begun: Begun, input: EvidenceInput, file: Received): Promise<boolean> {
  const store = objectStore();
  const { uploadId } = begun;
  if (store === null) return (await enter(grant, begun, input, file, null)) === uploadId;
  const key = `evidence/${begun.municipalityId}/${uploadId}`;
  await putObject(store, key, { ...file, pieces: readQuarantined(uploadId) });
  let used = false;
  try {
    used = (await enter(grant, begun, input, file, key)) === uploadId;
  } finally {
    if (!used) await removeObject(store, key).catch(() => undefined);
  }
  if (used) await dropPieces(uploadId);
  return used;
}

const enter = (
  { actor }: Fill,
  begun: Begun,
  { idempotencyKey: key, ...input }: EvidenceInput,
  file: Received,
  objectKey: string | null,
): Promise<string> =>
  inContext(actor, async (tx) => {
    const { reportId, line, uploadId, municipalityId, programmeId } = begun;
    const same = { ...input, reportId, sha256: file.sha256 };
    const done = await once(tx, actor, { key, action: "evidence.add", input: same }, async () => {
      const header = await lockReport(tx, reportId);
      if (header === null) throw new NotFound(reportId);
      if (!(await takesEvidence(tx, header, line))) throw new Refusal("not_open");
      await refuseTooMuch(tx, begun, file);
      const { type, fileName, byteSize, sha256 } = file;
      const { id } = await tx.evidenceDocument.create({
        data: {
          uploadId,
          reportId,
          municipalityId,
          areaId: line.areaId,
          themeId: line.themeId,
          kind: input.kind,
          amountCents: input.amount,
          note: input.note,
          fileName,
          mediaType: MEDIA_TYPE[type],
          byteSize,
          sha256,
          store: objectKey === null ? "database" : "s3",
          objectKey,
          addedBy: actor.personId ?? "",
        },
        select: { id: true },
      });
      await recordAudit(tx, actor, {
        action: "evidence.added",
        programmeId,
        municipalityId,
        subjectKind: "evidence",
        subjectId: id,
        facts: {
          reportId,
          line: line.key,
          kind: input.kind,
          amountCents: input.amount,
          fileName,
          byteSize,
          sha256,
        },
      });
      if (input.request !== null)
        await endRequest(tx, actor, {
          programmeId,
          request: input.request,
          outcome: "answered",
          documentId: id,
          note: input.note,
        });
      return { upload: uploadId };
    });
    return done.upload;
  });

/** While the municipality works on the report, and while an auditor asks for evidence of this very line. */
const takesEvidence = async (
  tx: Tx,
  header: Pick<ReportHeader, "id" | "status">,
  line: Pick<NamedLine, "areaId" | "themeId">,
): Promise<boolean> => isOpenFor(header.status, "save") || (await evidenceAsked(tx, header.id, line));

/** The same file supports a line once, and a line takes so many. */
async function refuseTooMuch(tx: Tx, { reportId, line }: Begun, file: Received): Promise<void> {
  const there = await tx.evidenceDocument.findMany({
    where: { reportId, areaId: line.areaId, themeId: line.themeId, withdrawal: null },
    select: { sha256: true, fileName: true },
  });
  const twin = there.find(({ sha256 }) => sha256 === file.sha256);
  if (twin !== undefined) throw new NotTaken(refusedFile("twice", { name: twin.fileName }));
  if (there.length >= MOST_PER_LINE)
    throw new NotTaken(refusedFile("too_many", { most: String(MOST_PER_LINE) }));
}
