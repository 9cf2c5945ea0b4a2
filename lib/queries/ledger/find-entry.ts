import "server-only";
import { findLedgerEntry } from "@/lib/db/ledger-reading/find-entry";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { LedgerEntry } from "@/lib/domain/ledger/ledger-entry";

/** @throws NotFound */
export const findEntry = (
  grant: Grant<"journal:read">,
  programmeId: string,
  seq: bigint,
): Promise<LedgerEntry> => inContext(grant.actor, (tx) => findLedgerEntry(tx, programmeId, seq));
