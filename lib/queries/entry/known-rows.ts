import "server-only";
import { type AllocatedYear, allocatedInTranche } from "@/lib/db/allocations/allocated";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { KnownRow } from "@/lib/domain/entry/sheet-row";
import type { YearAmount } from "@/lib/domain/ledger/facts";
import { cents } from "@/lib/domain/money";
import { NotFound } from "@/lib/domain/refusal";

/** A row for each area and theme of a tranche, in the order of municipalities, with what is allocated there now. */
export const knownRows = (
  grant: Grant<"allocation:propose">,
  programmeId: string,
  trancheId: string,
  locale: "nl" | "en",
): Promise<KnownRow[]> =>
  inContext(grant.actor, async (tx) => {
    const themes = await tx.theme.findMany({
      where: { stream: { programmeId, tranches: { some: { id: trancheId } } } },
      orderBy: { position: "asc" },
    });
    if (themes.length === 0) throw new NotFound(trancheId);
    const areas = await tx.area.findMany({
      where: { programmeId },
      include: { municipality: true },
      orderBy: [{ municipality: { preferredName: "asc" } }, { code: "asc" }],
    });
    const live = await tx.$queryRaw<AllocatedYear[]>(allocatedInTranche(programmeId, trancheId));
    const allocations = byPlace(live);
    return areas.flatMap((area) =>
      themes.flatMap((theme): KnownRow[] => {
        const place = {
          areaId: area.id,
          themeId: theme.id,
          municipality: area.municipality.preferredName,
          area: area.name,
          theme: locale === "en" ? theme.nameEn : theme.nameNl,
        };
        const id = `${area.code}/${theme.code}`;
        const found = allocations.get(`${area.id}/${theme.id}`) ?? [];
        if (found.length === 0) return [{ ...place, id, allocation: null, years: [] }];
        // Of two for one place, which only a correction leaves behind, each keeps its own number.
        return found.map(({ years, ...allocation }, index) => ({
          ...place,
          id: index === 0 ? id : `${id}/${allocation.number}`,
          allocation,
          years,
        }));
      }),
    );
  });

/** Live allocations by area and theme; one that was withdrawn whole leaves its place free. */
function byPlace(rows: readonly AllocatedYear[]) {
  const whole = new Map<string, { id: string; number: string; place: string; years: YearAmount[] }>();
  for (const { allocationId: id, number, areaId, themeId, year, amount } of rows) {
    const one = whole.get(id) ?? { id, number, place: `${areaId}/${themeId}`, years: [] };
    one.years.push({ year, amount: cents(amount) });
    whole.set(id, one);
  }
  const places = new Map<string, { id: string; number: string; years: readonly YearAmount[] }[]>();
  for (const { id, number, place, years } of whole.values())
    if (years.some(({ amount }) => amount !== 0n))
      places.set(place, [...(places.get(place) ?? []), { id, number, years }]);
  return places;
}
