import { recordAudit } from "@/lib/db/audit";
import { dateOf, isoDate } from "@/lib/db/dates";
import { once } from "@/lib/db/idempotency";
import { readDeputies } from "@/lib/db/people/read-deputies";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { deputyReasons } from "@/lib/domain/people/deputies";
import { NotFound, Refusal } from "@/lib/domain/refusal";

type Admin = Grant<"people:manage">;

export interface NewDeputy {
  readonly idempotencyKey: string;
  readonly principalId: string;
  readonly organisationId: string;
  readonly deputyId: string;
  /** yyyy-mm-dd, both included. */
  readonly validFrom: string;
  readonly validTo: string;
  readonly reason: string;
}

/** Somebody stands in for an approver, from date to date. @throws NotFound, Refusal `blocked` with every reason */
export async function makeDeputy({ actor }: Admin, entered: NewDeputy): Promise<void> {
  const { idempotencyKey: key, ...input } = entered;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "deputy.make", input }, async () => {
      const { principalId, organisationId, deputyId, validFrom, validTo, reason } = input;
      if ((await tx.person.count({ where: { id: principalId } })) === 0) throw new NotFound("person");
      // Two at once would not see each other's dates.
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`deputy ${principalId}`}, 13))::text`;
      const { candidates } = await readDeputies(tx, principalId);
      const running = await tx.deputy.findMany({
        where: { principalId, deputyId, organisationId, endedAt: null },
      });
      const reasons = deputyReasons(input, {
        candidates,
        running: running.map((row) => ({
          from: isoDate(row.validFrom),
          to: isoDate(row.validTo),
        })),
      });
      if (reasons.length > 0) throw new Refusal("blocked", {}, reasons);
      await tx.deputy.create({
        data: {
          principalId,
          organisationId,
          deputyId,
          validFrom: dateOf(validFrom),
          validTo: dateOf(validTo),
          reason,
          madeBy: actor.personId ?? "",
        },
      });
      await recordAudit(tx, actor, {
        action: "deputy.made",
        subjectKind: "person",
        subjectId: principalId,
        origin: actor.origin,
        facts: { deputyId, organisationId, validFrom, validTo },
      });
      return {};
    }),
  );
}

/** Ends a deputyship from now on; what was approved on somebody's behalf stays. @throws NotFound */
export async function endDeputy({ actor }: Admin, principalId: string, id: string): Promise<void> {
  await inContext(actor, async (tx) => {
    const { count } = await tx.deputy.updateMany({
      where: { id, principalId, endedAt: null },
      data: { endedAt: new Date() },
    });
    if (count === 0) throw new NotFound("deputy");
    await recordAudit(tx, actor, {
      action: "deputy.ended",
      subjectKind: "person",
      subjectId: principalId,
      origin: actor.origin,
      facts: { deputyship: id },
    });
  });
}
