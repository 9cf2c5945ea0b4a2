import type { Territory } from "@/lib/domain/claims/territory";
import type { TreeStructure } from "@/lib/domain/reconciliation/tree-input";
import type { Tx } from "../transaction";

export interface ProgrammeStructure extends TreeStructure {
  readonly territory: Territory;
}

/** Names and codes of everything a tree can have in it. */
export async function programmeStructure(tx: Tx, programmeId: string): Promise<ProgrammeStructure> {
  const programme = await tx.programme.findUniqueOrThrow({
    where: { id: programmeId },
    select: {
      nameNl: true,
      nameEn: true,
      streams: {
        orderBy: [{ position: "asc" }, { code: "asc" }],
        select: {
          id: true,
          code: true,
          shortName: true,
          leafletNote: true,
          earmark: true,
          vatBasis: true,
          tranches: { orderBy: { code: "asc" }, select: { id: true, code: true, name: true } },
        },
      },
      areas: { orderBy: { code: "asc" }, select: { id: true, code: true, name: true, municipalityId: true } },
      participants: {
        where: { organisation: { kind: "municipality" } },
        select: { organisation: { select: { id: true, code: true, preferredName: true, isG4: true } } },
      },
    },
  });
  const municipalities = programme.participants.map(({ organisation }) => organisation);
  return {
    name: { nl: programme.nameNl, en: programme.nameEn },
    streams: programme.streams.map(({ shortName, leafletNote, ...stream }) => ({
      ...stream,
      name: shortName,
      note: leafletNote,
    })),
    municipalities: new Map(
      municipalities.map(({ id, code, preferredName }) => [id, { code, name: preferredName }]),
    ),
    areas: new Map(programme.areas.map(({ id, code, name }) => [id, { code, name }])),
    territory: municipalities.map(({ id, code, isG4 }) => ({
      code,
      isG4,
      areas: programme.areas.filter(({ municipalityId }) => municipalityId === id).map((area) => area.code),
    })),
  };
}
