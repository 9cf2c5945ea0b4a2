import type { BlockingReason } from "../refusal";
import { type Pickable, picker } from "./pick";
import type { KnownRow, SheetRow } from "./sheet-row";

/** Finds the row of the template: by its id, or in a file without ids by area and theme. Each row only once. */
export function rowFinder(
  known: readonly KnownRow[],
  areas: readonly Pickable[],
  themes: readonly Pickable[],
): (cells: SheetRow["cells"]) => KnownRow | BlockingReason {
  const byId = new Map(known.map((row) => [row.id, row]));
  const byPlace = new Map(known.map((row) => [`${row.areaId}/${row.themeId}`, row]));
  const [pickArea, pickTheme] = [picker(areas), picker(themes)];
  const seen = new Set<string>();
  const once = (row: KnownRow, field: string): KnownRow | BlockingReason => {
    if (seen.has(row.id)) return { code: "entry.reasons.row_twice", field, facts: { given: row.id } };
    seen.add(row.id);
    return row;
  };
  return (cells) => {
    const id = cells.rowId?.text.trim() ?? "";
    if (id !== "") {
      const row = byId.get(id);
      return row
        ? once(row, "rowId")
        : { code: "entry.reasons.row_unknown", field: "rowId", facts: { given: id } };
    }
    const [area, theme] = [cells.area?.text.trim() ?? "", cells.theme?.text.trim() ?? ""];
    const municipality = cells.municipality?.text.trim() ?? "";
    let place = pickArea(area);
    if (!place.ok && municipality !== "") place = pickArea(`${area} (${municipality})`);
    if (!place.ok)
      return {
        code: `entry.reasons.area_${place.problem}`,
        field: "area",
        facts: { given: area, meant: place.meant.join(", ") },
      };
    const about = pickTheme(theme);
    if (!about.ok)
      return {
        code: `entry.reasons.theme_${about.problem}`,
        field: "theme",
        facts: { given: theme, meant: about.meant.join(", ") },
      };
    const row = byPlace.get(`${place.id}/${about.id}`);
    return row
      ? once(row, "area")
      : { code: "entry.reasons.row_unknown", field: "area", facts: { given: area } };
  };
}
