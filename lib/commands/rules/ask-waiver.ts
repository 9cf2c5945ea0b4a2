import { recordAudit } from "@/lib/db/audit";
import { dateOf } from "@/lib/db/dates";
import { once } from "@/lib/db/idempotency";
import { inContext, type Tx } from "@/lib/db/transaction";
import type { Actor, Grant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import type { ReportRuleCode } from "@/lib/domain/rules/report-rules";
import { LONGEST_DAYS, waiverReasons } from "@/lib/domain/rules/waiver";

export interface AskedWaiver {
  readonly idempotencyKey: string;
  readonly programmeId: string;
  readonly rule: ReportRuleCode;
  readonly streamId: string;
  readonly municipalityId: string;
  /** Null: every area of the municipality. */
  readonly areaId: string | null;
  readonly reason: string;
  readonly expiresOn: string;
  readonly today: string;
}

/**
 * A municipality for itself, or an officer in a stream of their ministry, asks for a waiver; it counts once another person
 * granted it. @throws NotFound, Refusal `blocked` with every reason
 */
export async function askWaiver(
  grant: Grant<"rule:manage"> | Grant<"report:fill">,
  asked: AskedWaiver,
): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, today, ...input } = asked;
  const { programmeId, rule, streamId, municipalityId, areaId, reason, expiresOn } = input;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "rule.waiver.ask", input }, async () => {
      await requireReach(tx, actor, input);
      const area =
        areaId === null ? 1 : await tx.area.count({ where: { id: areaId, municipalityId, programmeId } });
      const last = new Date(dateOf(today).getTime() + LONGEST_DAYS * 86_400_000).toISOString().slice(0, 10);
      const reasons = waiverReasons({ rule, expiresOn, areaOfMunicipality: area === 1 }, { today, last });
      if (reasons.length > 0) throw new Refusal("blocked", {}, reasons);
      const made = await tx.ruleWaiver.create({
        data: {
          programmeId,
          streamId,
          municipalityId,
          areaId,
          ruleCode: rule,
          reason,
          expiresOn: dateOf(expiresOn),
          requestedBy: actor.personId ?? "",
        },
      });
      await recordAudit(tx, actor, {
        action: "rule.waiver_asked",
        programmeId,
        municipalityId,
        subjectKind: "rule_waiver",
        subjectId: made.id,
        facts: { rule, expiresOn, reason },
      });
      return {};
    }),
  );
}

/** What is out of reach is not found: somebody else's municipality, another ministry's stream. */
async function requireReach(
  tx: Tx,
  actor: Actor,
  { programmeId, streamId, municipalityId }: Pick<AskedWaiver, "programmeId" | "streamId" | "municipalityId">,
): Promise<void> {
  const mine = [...actor.organisationIds];
  const stream = await tx.stream.count({
    where: {
      id: streamId,
      programmeId,
      ...(actor.scope === "ministry"
        ? { ministries: { some: { role: "owner", validTo: null, ministryId: { in: mine } } } }
        : {}),
    },
  });
  const municipality = await tx.programmeParticipant.count({
    where: { programmeId, organisationId: municipalityId, organisation: { kind: "municipality" } },
  });
  const own = actor.scope === "ministry" || mine.includes(municipalityId);
  if (stream === 0 || municipality === 0 || !own) throw new NotFound("waiver");
}
