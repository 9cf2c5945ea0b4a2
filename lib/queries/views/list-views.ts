import "server-only";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { SavedView, ViewPlace } from "@/lib/domain/views/saved-view";

/** The views under one list: the reader's own, and what colleagues share. */
export const listViews = (
  { actor }: Grant<"work:read">,
  programmeId: string,
  place: ViewPlace,
): Promise<SavedView[]> =>
  inContext(actor, async (tx) => {
    const rows = await tx.savedView.findMany({
      where: { programmeId, list: place.list, subject: place.subject, removedAt: null },
      include: { person: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    });
    const views = rows.map(({ id, name, query, shared, personId, person }) => ({
      ...place,
      id,
      name,
      query,
      shared,
      of: personId === actor.personId ? null : person.name,
    }));
    return [...views.filter(({ of }) => of === null), ...views.filter(({ of }) => of !== null)];
  });
