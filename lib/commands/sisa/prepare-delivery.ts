import { recordAudit } from "@/lib/db/audit";
import { contentHash } from "@/lib/db/hash";
import { once } from "@/lib/db/idempotency";
import { bridgeFrom, delivered, holdSisaYear, writeDelivery } from "@/lib/db/sisa/deliveries";
import { ownMunicipality } from "@/lib/db/sisa/municipality";
import { contentOf, type NamedProgramme, readSisaYear } from "@/lib/db/sisa/whole-year";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type BlockingReason, Refusal } from "@/lib/domain/refusal";
import { standsInTheWay } from "@/lib/domain/sisa/findings";
import { lateCorrection } from "@/lib/domain/sisa/plausibility";
import type { PrepareSisaInput } from "@/lib/input/sisa";

export interface PreparedSubject {
  readonly programme: NamedProgramme;
  readonly municipality: string;
  readonly year: number;
  readonly today: string;
}

/**
 * Freezes what is on the screen as the next version, for another person to deliver. After a delivery it is a correction:
 * with a reason, and a bridge from what was delivered.
 * @throws NotFound, Refusal `blocked` with every reason, `stale`, `not_open`
 */
export async function prepareSisa(
  grant: Grant<"report:fill">,
  { programme, municipality: code, year, today }: PreparedSubject,
  entered: PrepareSisaInput,
): Promise<string> {
  const { actor } = grant;
  const { idempotencyKey: key, ...input } = entered;
  const { id } = await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "sisa.prepare", input: { ...input, code, year } }, async () => {
      const municipality = await ownMunicipality(tx, actor, programme.id, code);
      const place = { programmeId: programme.id, municipalityId: municipality.id, year };
      await holdSisaYear(tx, place);
      const whole = await readSisaYear(tx, place, today);
      const last = whole.versions[0];
      if ((last?.version ?? 0) !== input.version) throw new Refusal("stale");
      if (last !== undefined && last.decided === null) throw new Refusal("not_open");
      const reasons: BlockingReason[] = whole.findings.filter(standsInTheWay);
      const content = contentOf(whole, programme, municipality);
      const corrects = delivered(whole.versions);
      const lines = corrects === null || content === null ? [] : bridgeFrom(corrects, content, whole.rows);
      if (corrects !== null && content !== null && lines.length === 0)
        reasons.push({ code: "sisa.rules.A4.same", facts: { version: String(corrects.version) } });
      const late = corrects === null ? null : lateCorrection(corrects, today);
      if (late !== null) reasons.push(late);
      if (corrects !== null && input.reason === null)
        reasons.push({ code: "sisa.rules.A4.noReason", field: "reason" });
      if (content === null || reasons.length > 0)
        throw new Refusal("blocked", { count: String(reasons.length) }, reasons);
      if (contentHash(content) !== input.contentHash) throw new Refusal("stale");
      const made = await writeDelivery(tx, place, {
        version: input.version + 1,
        content,
        ledgerSeq: whole.ledgerSeq,
        corrects,
        reason: input.reason,
        preparedBy: actor.personId ?? "",
        bridge: lines,
      });
      await recordAudit(tx, actor, {
        action: "sisa.prepared",
        programmeId: programme.id,
        municipalityId: municipality.id,
        subjectKind: "sisa",
        subjectId: made.id,
        facts: { year, version: input.version + 1, contentHash: made.contentHash },
      });
      return { id: made.id };
    }),
  );
  return id;
}
