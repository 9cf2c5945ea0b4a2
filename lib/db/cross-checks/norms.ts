import type { NormClaim } from "@/lib/domain/cross-checks/facts";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { readClaims } from "../claims/read-claims";
import type { Tx } from "../transaction";

/** Published figures that were known by then and that also give a norm and a number of units. */
export async function readNorms(
  tx: Tx,
  programmeId: string,
  streams: ReadonlyMap<string, { readonly code: string }>,
  { validOn, knownAt }: AsOf,
): Promise<NormClaim[]> {
  const ids = new Map([...streams].map(([id, { code }]) => [code, id]));
  const { all } = await readClaims(tx, programmeId, knownAt);
  return all.flatMap(({ code, stream, units, unitAmount, amount, quote, publishedOn }): NormClaim[] =>
    units === null || unitAmount === null || (publishedOn !== null && publishedOn > validOn)
      ? []
      : [
          {
            code,
            name: quote ?? code,
            streamId: ids.get(stream ?? "") ?? null,
            units,
            unitAmount,
            amount,
          },
        ],
  );
}
