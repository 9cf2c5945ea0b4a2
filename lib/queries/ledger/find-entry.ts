import "server-only";
import { findLedgerEntry } from "@/lib/db/ledger-reading/find-entry";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { LedgerEntry } from "@/lib/domain/ledger/ledger-entry";
import { NotFound } from "@/lib/domain/refusal";

/** @throws NotFound */
export const findEntry = (
  grant: Grant<"journal:read">,
  programmeId: string,
  seq: bigint,
): Promise<LedgerEntry> => inContext(grant.actor, (tx) => findLedgerEntry(tx, programmeId, seq));

/** The entry that an address asks to see beside a tree; one that is not there is simply not shown. */
export const pickedEntry = (
  grant: Grant<"journal:read">,
  programmeId: string,
  seq: bigint | null,
): Promise<LedgerEntry | null> =>
  seq === null
    ? Promise.resolve(null)
    : findEntry(grant, programmeId, seq).catch((error: unknown) => {
        if (error instanceof NotFound) return null;
        throw error;
      });
