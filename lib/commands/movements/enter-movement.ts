import { givingSide, holdAllocation, receivingPlace } from "@/lib/db/movements/movement-facts";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type Movement, movementLines } from "@/lib/domain/movements/movement";
import { movementReasons } from "@/lib/domain/movements/movement-reasons";
import { type BlockingReason, Refusal } from "@/lib/domain/refusal";
import type { MovementInput } from "@/lib/input/movement";
import { type EnteredBatch, enterBatch } from "../proposals/enter-batch";

/**
 * Proposes a reallocation (herschikking): what leaves and what arrives, to be approved together. Nothing moves before that.
 * @param name what the batch is called, in the language of the programme
 * @returns the id of the batch
 * @throws NotFound, Refusal `blocked` with every reason of the movement and of its lines
 */
export async function enterMovement(
  grant: Grant<"allocation:propose">,
  programme: EnteredBatch["programme"],
  name: string,
  input: MovementInput,
): Promise<string> {
  const movement = await movementOf(grant, programme.id, input);
  const { legalSource, decisionOn, idempotencyKey } = input;
  const lines = movementLines(movement).map((line) => ({ ...line, effectiveOn: decisionOn, legalSource }));
  if (movement.moves.length === 0 || lines.some(({ years }) => years.length === 0))
    throw refusal(movementReasons(movement, NOTHING_KNOWN));
  return enterBatch(
    grant,
    {
      idempotencyKey,
      programme,
      origin: "reallocation",
      name,
      source: {},
      lines,
      as: "proposed",
    },
    async (tx) => {
      await holdAllocation(tx, input.allocationId);
      return movementReasons(movement, (await givingSide(tx, programme.id, input.allocationId)).facts);
    },
  ).catch((error: unknown) => {
    throw error instanceof Refusal && error.code === "blocked" ? refusal(said(error.reasons)) : error;
  });
}

const NOTHING_KNOWN = {
  allocated: new Map(),
  spent: new Map(),
  leaving: new Map(),
  carried: new Map(),
  carrying: new Map(),
  rule: null,
};

const refusal = (reasons: readonly BlockingReason[]) =>
  new Refusal("blocked", { count: String(reasons.length) }, [...reasons]);

/** The form has one set of fields for both lines; what the movement said of a field is not said again by its lines. */
function said(reasons: readonly BlockingReason[]): BlockingReason[] {
  const own = reasons.filter(({ code }) => code.startsWith("movements."));
  const named = new Set(own.map(({ field }) => field));
  const ofLines = reasons
    .filter(({ code }) => !code.startsWith("movements."))
    .map((reason) => ({ ...reason, field: reason.field?.replace(/^lines\.\d+\./, "") }))
    .filter(({ code, field }) => !(code === "proposals.reasons.below_zero" && named.has(field)));
  return [...own, ...ofLines];
}

const movementOf = (
  grant: Grant<"allocation:propose">,
  programmeId: string,
  input: MovementInput,
): Promise<Movement> =>
  inContext(grant.actor, async (tx) => {
    const { place: from } = await givingSide(tx, programmeId, input.allocationId);
    const to = await receivingPlace(tx, programmeId, from.trancheId, input.to);
    if (to === null) throw refusal([{ code: "movements.reasons.no_destination", field: "to" }]);
    const { decisionNumber, decisionOn, decisionDocument, reason, moves } = input;
    return { from, to, moves, decisionNumber, decisionOn, decisionDocument, reason };
  });
