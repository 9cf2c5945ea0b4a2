import { type Cents, cents } from "../money";
import type { DeliveredRow, SisaContent } from "./content";
import type { SisaMove } from "./measures";

export const BRIDGE_MEASURES = [
  "spent",
  "correction",
  "cumulative",
  "final",
  "errors",
  "uncertainties",
  "note",
] as const;
/** Besides figures of a row: the numbering of a scheme, and the day of adoption. */
export type BridgeMeasure = (typeof BRIDGE_MEASURES)[number] | "code" | "adopted";

/** posted: entries after the delivery; follows: the sum of the others; answered: the municipality's own answer. */
export type BridgeCause =
  | "posted"
  | "follows"
  | "answered"
  | "codes"
  | "row_new"
  | "row_gone"
  | "unexplained";

export interface BridgeLine {
  readonly rowKey: string;
  readonly measure: BridgeMeasure;
  readonly old: Cents | null;
  readonly now: Cents | null;
  readonly difference: Cents | null;
  readonly oldText: string | null;
  readonly newText: string | null;
  readonly cause: BridgeCause;
  readonly entries: readonly bigint[];
}

/** Entries of a row that the delivered version did not know. */
export type EntriesSince = (rowKey: string) => readonly SisaMove[];

/** What changed from one version to the next, figure by figure; what is equal has no line. */
export function bridge(old: SisaContent, now: SisaContent, since: EntriesSince): BridgeLine[] {
  const before = new Map(old.rows.map((row) => [row.key, row]));
  const after = new Map(now.rows.map((row) => [row.key, row]));
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => (a < b ? -1 : 1));
  return [
    ...keys.flatMap((key) =>
      BRIDGE_MEASURES.flatMap((measure) => lineOf(key, measure, before.get(key), after.get(key), since(key))),
    ),
    ...codeLines(old, now),
    ...textLine("", "adopted", old.adoptedOn, now.adoptedOn, "answered"),
  ];
}

function textLine(
  rowKey: string,
  measure: BridgeMeasure,
  oldText: string | null,
  newText: string | null,
  cause: BridgeCause,
): BridgeLine[] {
  if (oldText === newText) return [];
  return [{ rowKey, measure, old: null, now: null, difference: null, oldText, newText, cause, entries: [] }];
}

/** "C22: C22/01 spent, C22/02 final": everything of a scheme's numbering that is in the annex. */
function numbering({ schemes }: SisaContent, stream: string): string | null {
  const scheme = schemes.find((one) => one.stream === stream);
  if (scheme === undefined || scheme.code === null) return null;
  const indicators = scheme.indicators.map(({ number, label }) => `${number} ${label}`);
  return [scheme.code, ...indicators].join("; ");
}

function codeLines(old: SisaContent, now: SisaContent): BridgeLine[] {
  const streams = new Set([...old.schemes, ...now.schemes].map(({ stream }) => stream));
  return [...streams].flatMap((stream) =>
    textLine(stream, "code", numbering(old, stream), numbering(now, stream), "codes"),
  );
}

function lineOf(
  rowKey: string,
  measure: (typeof BRIDGE_MEASURES)[number],
  from: DeliveredRow | undefined,
  to: DeliveredRow | undefined,
  moves: readonly SisaMove[],
): BridgeLine[] {
  const [old, now] = [from?.[measure] ?? null, to?.[measure] ?? null];
  if (old === now) return [];
  type Value = Cents | boolean | string | null;
  const money = (value: Value) => (typeof value === "bigint" ? value : null);
  const word = (value: Value) => (typeof value === "boolean" ? (value ? "ja" : "nee") : null);
  const said = (value: Value) => (typeof value === "string" ? value : word(value));
  const text = measure === "final" || measure === "note";
  const seqs = [...new Set(moves.map(({ seq }) => seq))];
  const cause = causeOf(measure, from, to, seqs.length > 0);
  return [
    {
      rowKey,
      measure,
      old: money(old),
      now: money(now),
      difference: text ? null : cents((money(now) ?? 0n) - (money(old) ?? 0n)),
      oldText: said(old),
      newText: said(now),
      cause,
      entries: cause === "posted" || cause === "follows" ? seqs : [],
    },
  ];
}

function causeOf(
  measure: BridgeMeasure,
  from: DeliveredRow | undefined,
  to: DeliveredRow | undefined,
  posted: boolean,
): BridgeCause {
  if (from === undefined) return "row_new";
  if (to === undefined) return "row_gone";
  if (measure === "cumulative") return "follows";
  if (measure !== "spent" && measure !== "correction") return "answered";
  return posted ? "posted" : "unexplained";
}
