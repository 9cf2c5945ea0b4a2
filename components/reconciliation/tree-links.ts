import type { TreeWords } from "@/lib/views/reconciliation";

/** What every row of the tree needs to name things and to lead on. */
export interface TreeLinks {
  readonly words: TreeWords;
  /** The address of the programme. */
  readonly base: string;
  /** The address of this page with a node or a difference opened or shut, and with an entry picked. */
  readonly toggle: (key: string, open: boolean) => string;
  readonly pick: (seq: bigint) => string;
  readonly picked: bigint | null;
}

/** Indents stop where the page has no room for more. */
export const depthClass = (depth: number): string => `d${Math.min(depth, 8)}`;
