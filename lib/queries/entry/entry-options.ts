import "server-only";
import { roomOfTranche } from "@/lib/db/proposals/facts";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type Pickable, picker } from "@/lib/domain/entry/pick";
import type { EntryContext } from "@/lib/domain/entry/read-row";
import type { Cents } from "@/lib/domain/money";
import { NotFound } from "@/lib/domain/refusal";

export interface EntryOptions {
  readonly trancheId: string;
  /** Stream and tranche, by name and by code. */
  readonly label: string;
  readonly code: string;
  readonly years: readonly number[];
  readonly areas: readonly Pickable[];
  readonly themes: readonly Pickable[];
  readonly legalReference: string | null;
  readonly room: ReadonlyMap<number, Cents>;
}

/** What a line of this tranche can name. @throws NotFound for a tranche of another programme. */
export const entryOptions = (
  grant: Grant<"allocation:propose">,
  programmeId: string,
  trancheId: string,
  locale: "nl" | "en",
): Promise<EntryOptions> =>
  inContext(grant.actor, async (tx) => {
    const tranche = await tx.tranche.findUnique({
      where: { id: trancheId },
      include: { stream: { include: { programme: true, themes: { orderBy: { position: "asc" } } } } },
    });
    if (tranche === null || tranche.stream.programmeId !== programmeId) throw new NotFound("tranche");
    const areas = await tx.area.findMany({
      where: { programmeId },
      include: { municipality: true },
      orderBy: [{ municipality: { preferredName: "asc" } }, { name: "asc" }],
    });
    const alone = new Map<string, number>();
    for (const { municipalityId } of areas) alone.set(municipalityId, (alone.get(municipalityId) ?? 0) + 1);
    const { stream } = tranche;
    const first = tranche.firstYear ?? stream.programme.horizonFrom;
    const last = tranche.lastYear ?? first + 4;
    return {
      trancheId,
      label: `${stream.shortName}, ${tranche.name}`,
      code: `${stream.code}/${tranche.code}`,
      years: Array.from({ length: last - first + 1 }, (_, index) => first + index),
      areas: areas.map(({ id, code, name, aliases, municipality }) => ({
        id,
        label: `${name} (${municipality.preferredName})`,
        // A municipality with one area can be named instead of it.
        names: [
          code,
          name,
          ...aliases,
          ...(alone.get(municipality.id) === 1 ? [municipality.preferredName, municipality.code] : []),
        ],
      })),
      themes: stream.themes.map(({ id, code, nameNl, nameEn }) => ({
        id,
        label: locale === "en" ? nameEn : nameNl,
        names: [code, nameNl, nameEn],
      })),
      legalReference: stream.legalReference,
      room: await roomOfTranche(tx, programmeId, trancheId, null),
    };
  });

/** How lines of this tranche are read. */
export const entryContext = ({ trancheId, years, areas, themes }: EntryOptions): EntryContext => ({
  trancheId,
  years,
  pickArea: picker(areas),
  pickTheme: picker(themes),
});
