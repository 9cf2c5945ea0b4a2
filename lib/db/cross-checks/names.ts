import type { Names } from "@/lib/domain/cross-checks/facts";
import type { Tx } from "../transaction";

/** Names and codes of everything in a programme that figures can be about. */
export async function readNames(tx: Tx, programmeId: string): Promise<Names> {
  const streams = await tx.stream.findMany({
    where: { programmeId },
    orderBy: [{ position: "asc" }, { code: "asc" }],
    select: {
      id: true,
      code: true,
      shortName: true,
      tranches: { orderBy: { code: "asc" }, select: { id: true, code: true, name: true } },
      themes: { select: { id: true, code: true, nameNl: true, nameEn: true } },
    },
  });
  const areas = await tx.area.findMany({
    where: { programmeId },
    select: {
      id: true,
      code: true,
      name: true,
      municipality: { select: { id: true, code: true, preferredName: true } },
    },
  });
  return {
    streams: new Map(streams.map(({ id, code, shortName }) => [id, { code, name: shortName }])),
    tranches: new Map(
      streams.flatMap(({ id: streamId, tranches }) =>
        tranches.map(({ id, code, name }) => [id, { code, name, streamId }] as const),
      ),
    ),
    themes: new Map(
      streams.flatMap(({ themes }) =>
        themes.map(({ id, code, nameNl: nl, nameEn: en }) => [id, { code, nl, en }] as const),
      ),
    ),
    areas: new Map(areas.map(({ id, code, name }) => [id, { code, name }])),
    municipalities: new Map(
      areas.map(({ municipality: { id, code, preferredName } }) => [id, { code, name: preferredName }]),
    ),
  };
}
