import { recordAudit } from "@/lib/db/audit";
import { entryPlaces, nextFindingNumber, writeVersion } from "@/lib/db/findings/write-finding";
import { once } from "@/lib/db/idempotency";
import { inContext, type Tx } from "@/lib/db/transaction";
import type { Actor, Grant } from "@/lib/domain/access";
import type { AuditAction } from "@/lib/domain/audit/audit-action";
import { findingReasons, type WrittenFinding } from "@/lib/domain/findings/finding-reasons";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import type { NewFindingInput, ReviseFindingInput } from "@/lib/input/findings";

interface Where {
  readonly id: string;
  readonly numberPrefix: string;
}

/**
 * Writes a finding down, for another auditor to issue. Until then nobody but auditors sees it.
 * @throws NotFound, Refusal `blocked` with every reason, `finding_differs`
 */
export async function writeFinding(
  { actor }: Grant<"finding:write">,
  programme: Where,
  { idempotencyKey: key, ...input }: NewFindingInput,
  today: string,
): Promise<string> {
  const done = await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "finding.write", input }, async () => {
      const {
        year,
        side,
        streamId,
        municipalityId,
        earlierId,
        sample: sampleId,
        checkRun,
        checkKey,
        ...words
      } = input;
      await requirePlace(tx, programme.id, { streamId, municipalityId });
      await requireRight(tx, programme.id, { ...words, side, streamId, municipalityId }, today);
      const { id, number } = await tx.auditFinding.create({
        data: {
          programmeId: programme.id,
          number: await nextFindingNumber(tx, programme.id, programme.numberPrefix, today.slice(0, 4)),
          year,
          side,
          streamId,
          municipalityId,
          earlierId,
          createdBy: actor.personId ?? "",
        },
        select: { id: true, number: true },
      });
      const at = { findingId: id, programmeId: programme.id, version: 1 };
      await writeVersion(tx, at, { ...words, sampleId }, { reason: null, writtenBy: actor.personId ?? "" });
      const origin =
        checkRun && checkKey ? await writeOrigin(tx, at, { run: checkRun, key: checkKey }) : null;
      await audit(
        tx,
        actor,
        "finding.written",
        { programmeId: programme.id, municipalityId, id },
        { number, year, version: 1, ...(origin === null ? {} : { check: origin }) },
      );
      return { id };
    }),
  );
  return done.id;
}

/**
 * Writes a finding again, whole and with a reason. Others see it once another auditor issues this version.
 * @throws NotFound, Refusal `blocked`, `stale`, `not_open`
 */
export async function reviseFinding(
  { actor }: Grant<"finding:write">,
  programmeId: string,
  id: string,
  { idempotencyKey: key, ...input }: ReviseFindingInput,
  today: string,
): Promise<void> {
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "finding.revise", input: { ...input, id } }, async () => {
      const finding = await tx.auditFinding.findFirst({ where: { id, programmeId } });
      if (finding === null) throw new NotFound(id);
      if (finding.version !== input.version) throw new Refusal("stale");
      const { version, reason, sample: sampleId, ...words } = input;
      const { side, streamId, municipalityId } = finding;
      await requireRight(tx, programmeId, { ...words, side, streamId, municipalityId }, today);
      const at = { findingId: id, programmeId, version: version + 1 };
      await writeVersion(tx, at, { ...words, sampleId }, { reason, writtenBy: actor.personId ?? "" });
      await audit(
        tx,
        actor,
        "finding.revised",
        { programmeId, municipalityId, id },
        { version: version + 1, reason },
      );
      return {};
    }),
  );
}

/** Keeps of which finding of a run of the rules it was written. @throws NotFound */
async function writeOrigin(
  tx: Tx,
  { findingId, programmeId }: { readonly findingId: string; readonly programmeId: string },
  { run: number, key }: { readonly run: number; readonly key: string },
): Promise<string> {
  const run = await tx.crossCheckRun.findUnique({ where: { programmeId_number: { programmeId, number } } });
  const found =
    run && (await tx.crossCheckFinding.findUnique({ where: { runId_key: { runId: run.id, key } } }));
  if (found === null) throw new NotFound(key);
  await tx.findingOrigin.create({
    data: { findingId, programmeId, runId: found.runId, key },
    select: { key: true },
  });
  return `${number}/${key}`;
}

async function requireRight(
  tx: Tx,
  programmeId: string,
  written: WrittenFinding,
  today: string,
): Promise<void> {
  const known = await entryPlaces(tx, programmeId, written.entries);
  const reasons = findingReasons(written, { today, known });
  if (reasons.length > 0) throw new Refusal("blocked", {}, reasons);
}

async function requirePlace(
  tx: Tx,
  programmeId: string,
  { streamId, municipalityId }: Pick<WrittenFinding, "streamId" | "municipalityId">,
): Promise<void> {
  const stream = streamId === null ? 1 : await tx.stream.count({ where: { id: streamId, programmeId } });
  const place =
    municipalityId === null
      ? 1
      : await tx.programmeParticipant.count({
          where: { programmeId, organisationId: municipalityId, organisation: { kind: "municipality" } },
        });
  if (stream === 0 || place === 0) throw new NotFound("finding");
}

const audit = (
  tx: Tx,
  actor: Actor,
  action: AuditAction,
  of: { readonly programmeId: string; readonly municipalityId: string | null; readonly id: string },
  facts: Readonly<Record<string, unknown>>,
) =>
  recordAudit(tx, actor, {
    action,
    programmeId: of.programmeId,
    municipalityId: of.municipalityId,
    subjectKind: "finding",
    subjectId: of.id,
    facts,
  });
