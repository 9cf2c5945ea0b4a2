import type { Cents } from "../money";
import type { EvidenceKind } from "./evidence-kind";

export const SCAN_STATES = ["waiting", "clean", "infected", "unscanned"] as const;
/** `unscanned`: there was no scanner to ask. That is said, and never shown as clean. */
export type ScanState = (typeof SCAN_STATES)[number];

export interface EvidenceDocument {
  readonly id: string;
  readonly areaId: string;
  readonly themeId: string;
  readonly kind: EvidenceKind;
  /** How much of the line's spend it supports. */
  readonly amount: Cents;
  readonly note: string | null;
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteSize: number;
  readonly sha256: string;
  readonly state: ScanState;
  /** What the scanner found; only of an infected document. */
  readonly finding: string | null;
  readonly addedBy: string;
  readonly addedAt: Date;
  readonly withdrawn: { readonly reason: string; readonly by: string; readonly at: Date } | null;
}

/** Infected stays infected, whatever is said later; without any outcome it waits in quarantine. */
export function scanState(outcomes: readonly string[]): ScanState {
  if (outcomes.includes("infected")) return "infected";
  if (outcomes.includes("clean")) return "clean";
  return outcomes.includes("unscanned") ? "unscanned" : "waiting";
}

/** Whether the bytes may leave quarantine. */
export const isReadable = (state: ScanState): boolean => state === "clean" || state === "unscanned";

/** Whether it supports spend: not withdrawn, and not in quarantine. */
export const counts = ({ state, withdrawn }: Pick<EvidenceDocument, "state" | "withdrawn">): boolean =>
  withdrawn === null && isReadable(state);
