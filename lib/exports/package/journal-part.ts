import type { Grant } from "@/lib/domain/access";
import type { EntryFilter } from "@/lib/domain/ledger/entry-filter";
import { entryCells, entryLine } from "@/lib/domain/proof/entry-cells";
import { measuresOf } from "@/lib/domain/proof/measures";
import { rowMark } from "@/lib/domain/proof/row-marks";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { hashes } from "@/lib/files/sealer";
import { type JournalProof, openJournalProof } from "@/lib/queries/exports/journal-proof";
import type { Part } from "./plan";

interface Asked {
  readonly filter: EntryFilter;
  readonly asOf: AsOf;
  /** Whether nothing is left out: then the chain proves the entries. */
  readonly whole: boolean;
}

export const ENTRIES = "posten.jsonl";
const CHECKPOINT = "controlepunt.json";

/** The entries as they are stored and hashed, with the checkpoint that proves them. */
export const journalPart = (grant: Grant<"journal:read">, programmeId: string, asked: Asked): Part =>
  async function* (sealer, collected) {
    const proof: JournalProof = await openJournalProof(grant, programmeId, asked);
    const marks = sealer.marks(`${ENTRIES}.rijen.tsv`);
    const totals = new Map<string, bigint>();
    let entries = 0;
    const lines = (async function* () {
      for await (const line of proof.lines) {
        await marks.mark(rowMark(hashes, entryCells(line.entry)));
        for (const [measure, cents] of measuresOf(line.entry))
          totals.set(measure, (totals.get(measure) ?? 0n) + cents);
        entries += 1;
        yield entryLine(line);
      }
    })();
    yield sealer.file(ENTRIES, lines);
    const kept = marks.file();
    yield kept;
    const { checkpoint } = proof;
    if (checkpoint !== null) {
      yield sealer.file(CHECKPOINT, [checkpoint.file]);
      if (checkpoint.key !== null) yield sealer.file(`${checkpoint.keyId}.pub.pem`, [checkpoint.key]);
    }
    collected.journal = {
      path: ENTRIES,
      marks: kept.path,
      entries,
      whole: proof.whole,
      checkpoint: checkpoint === null ? null : CHECKPOINT,
      grown: proof.grown,
      totals: Object.fromEntries(
        [...totals]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([measure, cents]) => [measure, cents.toString()]),
      ),
    };
  };
