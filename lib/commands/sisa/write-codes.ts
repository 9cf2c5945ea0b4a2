import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { inContext, type Tx } from "@/lib/db/transaction";
import type { Actor, Grant } from "@/lib/domain/access";
import type { AuditAction } from "@/lib/domain/audit/audit-action";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { codeReasons } from "@/lib/domain/sisa/code-table";
import type { SisaCodeInput, SisaToleranceInput } from "@/lib/input/sisa";

interface Written {
  readonly programmeId: string;
  readonly action: AuditAction;
  readonly subjectId: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

const audit = (tx: Tx, actor: Actor, { programmeId, action, subjectId, facts }: Written) =>
  recordAudit(tx, actor, { action, programmeId, subjectKind: "sisa", subjectId, facts });

/**
 * A new version of how a stream is numbered in a year. Versions that were delivered before keep the numbers they had.
 * @throws NotFound for a stream of another ministry, Refusal `blocked`, `stale`
 */
export async function writeSisaCodes(
  grant: Grant<"report:review">,
  { programmeId, year }: { readonly programmeId: string; readonly year: number },
  entered: SisaCodeInput,
): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, ...input } = entered;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "sisa.codes", input: { ...input, year } }, async () => {
      const stream = await tx.stream.findFirst({
        where: {
          id: input.streamId,
          programmeId,
          ministries: {
            some: { role: "owner", validTo: null, ministryId: { in: [...actor.organisationIds] } },
          },
        },
      });
      if (stream === null) throw new NotFound("stream");
      const reasons = codeReasons(input.code, input.indicators);
      if (reasons.length > 0) throw new Refusal("blocked", {}, reasons);
      const name = `${stream.id}/${year}`;
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 32))::text`;
      const last = await tx.sisaCode.aggregate({
        where: { programmeId, key: name },
        _max: { version: true },
      });
      if ((last._max.version ?? 0) !== input.version) throw new Refusal("stale");
      await tx.sisaCode.create({
        data: {
          programmeId,
          streamId: stream.id,
          year,
          key: name,
          version: input.version + 1,
          scheme: stream.officialName,
          code: input.code,
          source: input.source,
          reason: input.reason,
          createdBy: actor.personId ?? "",
          indicators: {
            create: input.indicators.map((indicator, index) => ({ ...indicator, position: index + 1 })),
          },
        },
        select: { id: true },
      });
      await audit(tx, actor, {
        programmeId,
        action: "sisa.codes-written",
        subjectId: `${stream.code}/${year}`,
        facts: { code: input.code, version: input.version + 1, indicators: input.indicators.length },
      });
      return {};
    }),
  );
}

/** A new version of the tolerance from a year on, with its source. */
export async function writeSisaTolerance(
  grant: Grant<"report:review">,
  programmeId: string,
  entered: SisaToleranceInput,
): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, ...input } = entered;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "sisa.tolerance", input }, async () => {
      const name = `${programmeId}/${input.firstYear}`;
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 33))::text`;
      const last = await tx.sisaTolerance.aggregate({
        where: { programmeId, firstYear: input.firstYear },
        _max: { version: true },
      });
      const version = (last._max.version ?? 0) + 1;
      await tx.sisaTolerance.create({
        data: { programmeId, version, ...input, createdBy: actor.personId ?? "" },
        select: { id: true },
      });
      await audit(tx, actor, {
        programmeId,
        action: "sisa.tolerance-written",
        subjectId: String(input.firstYear),
        facts: { ...input, version },
      });
      return {};
    }),
  );
}
