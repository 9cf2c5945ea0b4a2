import type { OptionGroup } from "@/components/forms/select-field";
import { type NamedPlace, placeValue } from "@/lib/domain/own-ledger/account-mapping";
import type { Locale } from "@/lib/views/locale";

export const placeLabel = (place: NamedPlace, locale: Locale): string =>
  `${place.areaName}, ${locale === "en" ? place.themeNameEn : place.themeNameNl}`;

/** Places as choices, per stream and tranche. */
export function placeChoices(places: readonly NamedPlace[], locale: Locale): OptionGroup[] {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const place of places) {
    const group = `${place.streamName}, ${place.trancheName}`;
    const list = groups.get(group) ?? [];
    list.push({ value: placeValue(place), label: placeLabel(place, locale) });
    groups.set(group, list);
  }
  return [...groups].map(([group, options]) => ({ group, options }));
}
