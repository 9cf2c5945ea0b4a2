import "server-only";
import { type LoadedTree, loadTree } from "@/lib/db/reconciliation/load-tree";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import type { Measure } from "@/lib/domain/reconciliation/tree";
import { dateInAmsterdam } from "@/lib/views/dates";

/** The reconciliation of a programme as of its two dates, with the entries of the opened nodes. */
export const findTree = (
  grant: Grant<"reconciliation:read">,
  programmeId: string,
  {
    measure,
    asOf,
    open,
  }: { readonly measure: Measure; readonly asOf: AsOf; readonly open: readonly string[] },
): Promise<LoadedTree> =>
  inContext(grant.actor, (tx) =>
    loadTree(tx, { programmeId, measure, asOf, open, knownOn: dateInAmsterdam(new Date(asOf.knownAt)) }),
  );
