import type { Actor } from "@/lib/domain/access";
import { Prisma } from "../generated/client";
import { openSnapshot } from "../ledger-reading/snapshot";

export interface StoredProgramme {
  readonly id: string;
  readonly code: string;
  readonly nameNl: string;
  readonly nameEn: string;
  readonly horizonFrom: number;
  readonly horizonTo: number;
  readonly isPractice: boolean;
  readonly numberPrefix: string;
}

/**
 * The programme of a code, as far as row-level security lets this actor see it. Read as the ledger is, and not by Prisma:
 * what makes a file of the ledger asks nothing else, and Prisma sets up some 70 MB for its first question.
 */
export async function programmeByCode(actor: Actor, code: string): Promise<StoredProgramme | undefined> {
  const snapshot = await openSnapshot(actor);
  let read = false;
  try {
    const [found] = await snapshot.rows<StoredProgramme & Record<string, unknown>>(Prisma.sql`
      SELECT id::text, code, name_nl AS "nameNl", name_en AS "nameEn", horizon_from AS "horizonFrom", horizon_to AS "horizonTo",
        is_practice AS "isPractice", number_prefix AS "numberPrefix" FROM programme WHERE code = ${code}`);
    read = true;
    return found;
  } finally {
    await snapshot.close(!read);
  }
}
