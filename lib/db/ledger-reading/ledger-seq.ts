import type { Tx } from "../transaction";

/** The number of the last entry of the journal; a chain has no gaps, so it is also how many there are. */
export async function ledgerSeq(tx: Tx, programmeId: string): Promise<bigint> {
  return (await tx.ledgerHead.findUnique({ where: { programmeId } }))?.seq ?? 0n;
}
