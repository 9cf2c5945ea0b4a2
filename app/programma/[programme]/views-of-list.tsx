import { randomUUID } from "node:crypto";
import { SavedViews } from "@/components/views/saved-views";
import { tryAuthorize } from "@/lib/auth/authorize";
import { pathOf, type ViewPlace, viewQuery } from "@/lib/domain/views/saved-view";
import type { Asked } from "@/lib/input/as-of";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { listViews } from "@/lib/queries/views/list-views";
import { removeViewAction, saveViewAction } from "./view-actions";
import "@/app/styles/views.css";

type ViewsOfListProps = {
  programme: ProgrammeRow;
  place: ViewPlace;
  /** The parameters of the address as it is. */
  asked: Asked;
  /** The title of the page. */
  title: string;
};

/** The views that were kept under this list, and the form that keeps the present one. */
export async function ViewsOfList({ programme, place, asked, title }: ViewsOfListProps) {
  const grant = await tryAuthorize("work:read");
  if (grant === null) return null;
  const pairs = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [name, one]),
  );
  const views = await listViews(grant, programme.id, place);
  return (
    <SavedViews
      views={views.map((view) => ({ ...view, removeKey: randomUUID() }))}
      place={place}
      query={viewQuery(new URLSearchParams(pairs).toString())}
      path={`/programma/${programme.code}${pathOf(place)}`}
      title={title}
      saveKey={randomUUID()}
      save={saveViewAction.bind(null, programme.code)}
      remove={removeViewAction.bind(null, programme.code)}
    />
  );
}
