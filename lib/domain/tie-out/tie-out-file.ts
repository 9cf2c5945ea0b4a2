import type { Cents } from "../money";
import type { AsOf } from "../reconciliation/as-of";
import type { Measure } from "../reconciliation/tree";

/** What an external file is about: decisions with their amounts, payments, or spend of one year as SiSa has it. */
export const TIE_OUT_KINDS = ["register", "payment", "sisa"] as const;
export type TieOutKind = (typeof TIE_OUT_KINDS)[number];

/** What of ours stands beside it. */
export const COMPARED = {
  register: "allocated",
  payment: "advanced",
  sisa: "spent",
} as const satisfies Readonly<Record<TieOutKind, Measure>>;

/** An external file as it was brought, with the question that it answers. None of it ever changes. */
export interface TieOutFile {
  readonly id: string;
  readonly kind: TieOutKind;
  /** What the file comes from, in the words of who brought it: its columns are known by it. */
  readonly source: string;
  readonly fileName: string;
  readonly sha256: string;
  /** Of SiSa; null for the others. */
  readonly year: number | null;
  /** A difference up to this is still named, as one within it. */
  readonly tolerance: Cents;
  /** Ours is always read as of these dates. */
  readonly asOf: AsOf;
  readonly by: string;
  readonly at: Date;
}

/** An area, as a path from the programme. */
export interface Place {
  readonly streamId: string;
  readonly trancheId: string;
  readonly municipalityId: string;
  readonly areaId: string;
}

/** What of several places is the same, from the top. */
export type PlacePath = readonly string[];

export const pathOf = ({ streamId, trancheId, municipalityId, areaId }: Place): PlacePath => [
  streamId,
  trancheId,
  municipalityId,
  areaId,
];

/** The lowest level that holds all of them; the programme itself when there is none, or no place. */
export function commonPath([first = [], ...others]: readonly PlacePath[]): PlacePath {
  const end = first.findIndex((step, index) => others.some((path) => path[index] !== step));
  return end < 0 ? first : first.slice(0, end);
}
