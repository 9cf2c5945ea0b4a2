import type { FindingLinks } from "@/components/cross-checks/finding-table";
import { tryAuthorize } from "@/lib/auth/authorize";
import type { RunRow } from "@/lib/domain/cross-checks/kept-run";
import { checksPath, referencePath, writeOfPath } from "@/lib/views/cross-checks";
import { findingsPath } from "@/lib/views/findings";

/** Where the findings of a run lead; who writes findings can begin one of each. */
export async function checkLinks(programme: string, run: RunRow): Promise<FindingLinks> {
  const writes = (await tryAuthorize("finding:write")) !== null;
  return {
    open: (reference) => referencePath(programme, reference, run),
    run: (number) => checksPath(programme, number),
    write: writes ? (key) => writeOfPath(programme, run.number, key) : null,
    written: (finding) => findingsPath(programme, finding),
  };
}
