import type { Actor } from "@/lib/domain/access";
import { NotFound } from "@/lib/domain/refusal";
import type { Tx } from "../transaction";

export interface SisaMunicipality {
  readonly id: string;
  readonly code: string;
  readonly preferredName: string;
}

const NAMED = { id: true, code: true, preferredName: true } as const;

/** The municipalities of a programme that this reader has accounts of: its own, or all for who reads all. */
export const sisaMunicipalities = (tx: Tx, actor: Actor, programmeId: string): Promise<SisaMunicipality[]> =>
  tx.organisation.findMany({
    where: {
      kind: "municipality",
      participations: { some: { programmeId } },
      ...(actor.scope === "municipality" ? { id: { in: [...actor.organisationIds] } } : {}),
    },
    select: NAMED,
    orderBy: { preferredName: "asc" },
  });

/** @throws NotFound for another municipality as for one that does not exist */
export async function ownMunicipality(
  tx: Tx,
  actor: Actor,
  programmeId: string,
  code: string,
): Promise<SisaMunicipality> {
  const found = await tx.organisation.findFirst({
    where: { code, kind: "municipality", participations: { some: { programmeId } } },
    select: NAMED,
  });
  if (found === null || !actor.organisationIds.includes(found.id)) throw new NotFound(code);
  return found;
}
