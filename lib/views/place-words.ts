import type { Locale } from "./locale";

/** Where in a source something stands, in Dutch as it was noted down, with the words of an English reader. */
const WORDS: Readonly<Record<string, string>> = {
  alle: "all",
  bericht: "statement",
  bladzijde: "page",
  btw: "VAT",
  deel: "part",
  eerste: "first",
  en: "and",
  inleiding: "introduction",
  meedoen: "Meedoen",
  ministeries: "ministries",
  noot: "note",
  noten: "notes",
  rijk: "government",
  tranche: "tranche",
  tweede: "second",
  van: "of",
  het: "the",
  verwijzingen: "markers",
  vraag: "question",
  werkwoorden: "verbs",
};

/** "noot 7, eerste deel" as "note 7, first part" for English readers; a name that is nobody's word stays as it is. */
export function placeText(place: string, locale: Locale): string {
  if (locale === "nl") return place;
  const parts = place.split(/([^\p{L}]+)/u);
  const known = parts.every((part) => !/\p{L}/u.test(part) || WORDS[part.toLowerCase()] !== undefined);
  return known ? parts.map((part) => WORDS[part.toLowerCase()] ?? part).join("") : place;
}
