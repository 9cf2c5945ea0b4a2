import type { NamedPlaces } from "@/lib/domain/tie-out/recognise";
import type { Tx } from "../transaction";

/** What municipalities and areas are called, to find them by what a file says. */
export async function namedPlaces(tx: Tx, programmeId: string): Promise<NamedPlaces> {
  const areas = await tx.area.findMany({
    where: { programmeId },
    select: { id: true, code: true, name: true, aliases: true, municipality: true },
    orderBy: { code: "asc" },
  });
  const municipalities = new Map(areas.map(({ municipality }) => [municipality.id, municipality]));
  return {
    municipalities: [...municipalities.values()].map(({ id, code, preferredName }) => ({
      id,
      label: preferredName,
      names: [code, `Gemeente ${preferredName}`],
    })),
    areas: areas.map(({ id, code, name, aliases, municipality }) => ({
      id,
      municipalityId: municipality.id,
      label: `${name} (${municipality.preferredName})`,
      names: [code, name, ...aliases],
    })),
  };
}
