import { readQuarantined } from "@/lib/db/evidence/content";
import { documentsToScan, recordScan, type ToScan } from "@/lib/db/evidence/scans";
import { ScannerSilent, scanWithClamd } from "@/lib/files/evidence/clamd";
import { getObject, StoreAway } from "@/lib/files/evidence/object-store";
import { objectStore, scannerAddress } from "@/lib/files/evidence/settings";

export interface ScanTally {
  readonly clean: number;
  readonly infected: number;
  readonly unscanned: number;
  /** The scanner or the store did not answer: they stay in quarantine and are asked about again. */
  readonly waiting: number;
}

type Outcome = keyof ScanTally;
/** `away`: asking about the next one would only cost the same patience. */
type Answer = Exclude<Outcome, "waiting"> | "puzzled" | "away";

/**
 * Asks the scanner about everything that has no verdict, of one report or of all. Without a scanner that is what is
 * recorded: not scanned. Nothing is ever taken for clean because the scanner was silent.
 */
export async function scanEvidence(reportId?: string): Promise<ScanTally> {
  const scanner = scannerAddress();
  const tally: Record<Outcome, number> = { clean: 0, infected: 0, unscanned: 0, waiting: 0 };
  let away = false;
  for (const document of await documentsToScan({ reportId, unscannedToo: scanner !== null })) {
    const answer: Answer = away ? "away" : await scanOne(document);
    away ||= answer === "away";
    tally[answer === "away" || answer === "puzzled" ? "waiting" : answer]++;
  }
  return tally;
}

async function scanOne(document: ToScan): Promise<Answer> {
  const scanner = scannerAddress();
  if (scanner === null) {
    await recordScan(document, { outcome: "unscanned", finding: null });
    return "unscanned";
  }
  try {
    const said = await scanWithClamd(scanner, await contentOf(document));
    await recordScan(document, {
      outcome: said.outcome,
      finding: said.outcome === "infected" ? said.finding : null,
    });
    return said.outcome;
  } catch (error) {
    if (error instanceof StoreAway) return "puzzled";
    if (error instanceof ScannerSilent) return error.answered ? "puzzled" : "away";
    throw error;
  }
}

async function contentOf({ uploadId, objectKey }: ToScan): Promise<AsyncIterable<Uint8Array>> {
  if (objectKey === null) return readQuarantined(uploadId);
  const store = objectStore();
  if (store === null) throw new StoreAway("no object store is set");
  return getObject(store, objectKey);
}
