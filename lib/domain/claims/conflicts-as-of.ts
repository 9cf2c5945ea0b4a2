import { instantNow } from "../reconciliation/as-of";
import type { BookConflict } from "./claim-book";

/** Conflicts as they were known at an instant: those that were found by then, with what was decided by then. */
export function conflictsAsOf(conflicts: readonly BookConflict[], knownAt: string): BookConflict[] {
  const known = (at: Date) => instantNow(at) <= knownAt;
  return conflicts.flatMap((conflict) =>
    conflict.foundAt !== null && !known(conflict.foundAt)
      ? []
      : [{ ...conflict, decisions: conflict.decisions.filter(({ at }) => known(at)), proposals: [] }],
  );
}
