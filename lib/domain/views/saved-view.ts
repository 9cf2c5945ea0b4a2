import type { BlockingReason } from "../refusal";

export const SAVED_LISTS = ["allocations", "reports", "ledger", "advances", "overview"] as const;
export type SavedList = (typeof SAVED_LISTS)[number];

/** Where a view belongs: a list, and of what it is one where that matters. */
export interface ViewPlace {
  readonly list: SavedList;
  /** Code of a stream for its overview; empty for a list of the whole programme. */
  readonly subject: string;
}

export interface SavedView extends ViewPlace {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
  /** Null for the reader's own. */
  readonly of: string | null;
}

/** More than anybody finds back. */
export const MOST_VIEWS = 30;

/** Where the list of a view is, within its programme. */
export function pathOf({ list, subject }: ViewPlace): string {
  switch (list) {
    case "allocations":
      return "/toekenningen";
    case "reports":
      return "/rapportages";
    case "ledger":
      return "/grootboek";
    case "advances":
      return "/voorschotten";
    case "overview":
      return `/geldstromen/${encodeURIComponent(subject)}/overzicht`;
  }
}

const NAME = /^[a-z][a-z_]{0,30}$/;
/** What says something about one visit and not about the question. */
const OF_A_VISIT = new Set(["pagina", "gedaan", "weergave"]);
const LONGEST = 1000;

/** The question in an address, in a fixed order: the same question is always the same text. */
export function viewQuery(query: string): string {
  const asked = [...new URLSearchParams(query)].filter(
    ([name, value]) => NAME.test(name) && value !== "" && !OF_A_VISIT.has(name),
  );
  asked.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : x > y ? 1 : 0) : a < b ? -1 : 1));
  const text = new URLSearchParams(asked).toString();
  return text.length > LONGEST ? "" : text;
}

/** Every reason why a view cannot be kept under this name. */
export function viewReasons(name: string, own: readonly { readonly name: string }[]): BlockingReason[] {
  const taken = own.some((view) => view.name.toLowerCase() === name.toLowerCase());
  return [
    ...(taken ? [{ code: "views.reasons.name_taken", field: "name", facts: { name } }] : []),
    ...(own.length >= MOST_VIEWS
      ? [{ code: "views.reasons.too_many", facts: { count: String(own.length), most: String(MOST_VIEWS) } }]
      : []),
  ];
}
