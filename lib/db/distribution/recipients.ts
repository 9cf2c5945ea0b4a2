import type { Grain, Recipient } from "@/lib/domain/distribution/key";
import { inTieOrder } from "@/lib/domain/distribution/key";
import type { AreaPlace } from "@/lib/domain/distribution/lines";
import type { Tx } from "../transaction";

export interface FoundRecipient extends Recipient {
  readonly name: string;
}

/** Areas of a programme with the code of their municipality. */
export async function readAreas(tx: Tx, programmeId: string): Promise<(AreaPlace & { name: string })[]> {
  const areas = await tx.area.findMany({
    where: { programmeId },
    include: { municipality: true },
    orderBy: { code: "asc" },
  });
  return areas.map(({ id, code, name, municipality }) => ({
    id,
    code,
    name,
    municipality: municipality.code,
  }));
}

/** Everyone who can receive in a programme: its areas, or the municipalities that they are in; in the order of a tie. */
export async function readRecipients(tx: Tx, programmeId: string, grain: Grain): Promise<FoundRecipient[]> {
  const areas = await tx.area.findMany({ where: { programmeId }, include: { municipality: true } });
  const all = areas.map(({ code, name, municipality }) => ({
    code: grain === "area" ? code : municipality.code,
    name: grain === "area" ? name : municipality.preferredName,
    municipality: municipality.code,
    g4: municipality.isG4,
  }));
  return inTieOrder([...new Map(all.map((one) => [one.code, one])).values()]);
}
