import type { Actor } from "@/lib/domain/access";
import type { Tx } from "../transaction";

/** Whether an organisation of this person is in the programme: practice accounts only read the real one. */
export const takesPart = async (tx: Tx, programmeId: string, actor: Actor): Promise<boolean> =>
  (await tx.programmeParticipant.count({
    where: { programmeId, organisationId: { in: [...actor.organisationIds] } },
  })) > 0;
