import { recordAudit } from "@/lib/db/audit";
import { readClaimBook } from "@/lib/db/claims/claim-book";
import { registerFound } from "@/lib/db/claims/register-found";
import { takesPart } from "@/lib/db/claims/takes-part";
import { holdClaimBook, writeClaim } from "@/lib/db/claims/write-claim";
import { once } from "@/lib/db/idempotency";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type ClaimRegistration, registrationReasons } from "@/lib/domain/claims/registration";
import { NotFound, Refusal } from "@/lib/domain/refusal";

export interface RegisteredInput extends ClaimRegistration {
  readonly idempotencyKey: string;
  readonly programmeId: string;
  /** The calendar date in the Netherlands: nothing was published after it. */
  readonly today: string;
}

/**
 * Adds a published figure to the book, with the conflicts that it makes visible.
 * @throws NotFound for a ministry that is not in the programme, Refusal `blocked` with every reason
 */
export async function registerClaim(
  grant: Grant<"claim:register">,
  input: RegisteredInput,
): Promise<{ code: string }> {
  const { actor } = grant;
  const { idempotencyKey: key, today, ...claim } = input;
  const { programmeId } = input;
  return inContext(actor, (tx) =>
    once(tx, actor, { key, action: "claim.register", input: claim }, async () => {
      if (!(await takesPart(tx, programmeId, actor))) throw new NotFound("programme");
      await holdClaimBook(tx, programmeId);
      const reasons = registrationReasons(await readClaimBook(tx, programmeId), claim, today);
      if (reasons.length > 0) throw new Refusal("blocked", {}, reasons);
      const at = new Date();
      const code = await writeClaim(tx, { programmeId, personId: actor.personId ?? "", at }, claim);
      const found = await registerFound(tx, programmeId, at);
      await recordAudit(tx, actor, {
        action: "claim.registered",
        programmeId,
        municipalityId: null,
        subjectKind: "claim",
        facts: { code, found: found.join(" ") },
      });
      return { code };
    }),
  );
}
