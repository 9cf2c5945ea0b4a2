import { findConflicts } from "@/lib/domain/claims/find-conflicts";
import { belongsInRegister, foundKey } from "@/lib/domain/claims/found-check";
import { foundWords } from "@/lib/domain/claims/found-words";
import type { Tx } from "../transaction";
import { readClaims } from "./read-claims";

/**
 * Adds to the register what the claims now show and it does not have: only conflicts in which a registered claim or
 * link plays a part, because those between first figures are in the catalogue. Returns their codes.
 */
export async function registerFound(tx: Tx, programmeId: string, at: Date): Promise<string[]> {
  const set = await readClaims(tx, programmeId);
  const rows = await tx.claim.findMany({
    where: { programmeId },
    select: { id: true, code: true, registeredAt: true },
  });
  const idOf = new Map(rows.map(({ id, code }) => [code, id]));
  const linked = set.links.flatMap(({ registered, from, to }) => (registered ? [from, to] : []));
  const touched = new Set([
    ...linked,
    ...rows.flatMap(({ code, registeredAt }) => (registeredAt === null ? [] : [code])),
  ]);
  const known = await tx.sourceConflict.findMany({
    where: { programmeId },
    select: { checkCode: true, foundAt: true, claims: { select: { claim: { select: { code: true } } } } },
  });
  const keyOf = (kind: string, claims: readonly string[]) => JSON.stringify([kind, ...claims.toSorted()]);
  const keys = new Set(
    known.map(({ checkCode, claims }) =>
      keyOf(
        checkCode,
        claims.map(({ claim }) => claim.code),
      ),
    ),
  );
  let number = known.filter(({ foundAt }) => foundAt !== null).length;
  const added: string[] = [];
  for (const found of findConflicts(set)) {
    if (
      !belongsInRegister(found) ||
      keys.has(foundKey(found)) ||
      !found.claims.some((one) => touched.has(one))
    )
      continue;
    number += 1;
    const code = `G-${String(number).padStart(4, "0")}`;
    const { id } = await tx.sourceConflict.create({
      data: {
        programmeId,
        code,
        checkCode: found.kind,
        kind: found.kind === "gross_versus_net" ? "finding" : "source_conflict",
        severity: "medium",
        place: set.need(found.claims[0] ?? "").place,
        ...foundWords(found.kind),
        foundAt: at,
      },
      select: { id: true },
    });
    await tx.conflictClaim.createMany({
      data: found.claims.map((claim, position) => ({
        conflictId: id,
        claimId: idOf.get(claim) ?? "",
        position,
      })),
    });
    added.push(code);
  }
  return added;
}
