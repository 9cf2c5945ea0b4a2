import { writeVisit } from "@/lib/db/municipality/last-looked";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";

export interface Visited {
  readonly programmeId: string;
  readonly municipalityId: string;
  /** The moment of which the page showed what happened. */
  readonly at: Date;
}

/** Remembers that this person looked at their municipality: a mark of their own, and no fact of the programme. */
export async function rememberVisit(
  { actor }: Grant<"report:read">,
  { at, ...where }: Visited,
): Promise<void> {
  const { personId } = actor;
  if (personId === null) return;
  await inContext(actor, (tx) => writeVisit(tx, { personId, ...where }, at));
}
