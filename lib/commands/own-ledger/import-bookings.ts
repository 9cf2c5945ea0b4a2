import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { writeImport } from "@/lib/db/own-ledger/bookings";
import { holdOwnLedger, readMapping } from "@/lib/db/own-ledger/mappings";
import { sortForReport } from "@/lib/db/own-ledger/sorting";
import { readUpload } from "@/lib/db/own-ledger/uploads";
import { lockReport } from "@/lib/db/reports/report-header";
import { addMissingLines } from "@/lib/db/reports/write-lines";
import { inContext, LONG } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type Cents, sum } from "@/lib/domain/money";
import { columnReasons } from "@/lib/domain/own-ledger/columns";
import { countLeftOut } from "@/lib/domain/own-ledger/sort-bookings";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { requireOpen } from "@/lib/domain/reports/report-status";

export interface ShownBookings {
  readonly idempotencyKey: string;
  readonly uploadId: string;
  /** What the page showed, so that nothing else is taken in than was seen. */
  readonly count: number;
  readonly total: Cents;
}

/**
 * Takes the bookings of a file in for its report: all that were shown, or nothing.
 * @returns the id of the import
 * @throws NotFound, Refusal `not_open`, or `blocked` when a line cannot be read, nothing is left to take in, or a
 * colleague took some of it in meanwhile
 */
export async function importBookings(
  grant: Grant<"report:fill">,
  programmeId: string,
  { idempotencyKey: key, ...input }: ShownBookings,
): Promise<string> {
  const { actor } = grant;
  const work = inContext(
    actor,
    (tx) =>
      once(tx, actor, { key, action: "own-ledger.import", input }, async () => {
        const upload = await readUpload(tx, input.uploadId);
        const { reportId, municipalityId, fileName, sha256 } = upload;
        const owner = { programmeId, municipalityId };
        await holdOwnLedger(tx, owner);
        const header = await lockReport(tx, reportId);
        if (header === null || header.programmeId !== programmeId) throw new NotFound(reportId);
        requireOpen(header.status, "save");
        const mapping = await readMapping(tx, owner);
        const wrong = columnReasons(mapping?.columns ?? {}, upload.grid.headings);
        if (mapping === null || wrong.length > 0) throw new Refusal("blocked", {}, wrong);
        const { taken, leftOut, unread } = await sortForReport(tx, header, mapping, upload.grid);
        const total = sum(taken.map(({ amount }) => amount));
        if (unread.length > 0) refuse("unread_rows", { count: String(unread.length) });
        if (taken.length !== input.count || total !== input.total)
          refuse("changed", { count: String(taken.length), totalCents: total.toString() });
        if (taken.length === 0) refuse("nothing_to_take");
        await addMissingLines(tx, header);
        const id = await writeImport(tx, {
          ...owner,
          reportId,
          mappingId: mapping.id,
          fileName,
          sha256,
          total,
          leftOut: countLeftOut(leftOut),
          personId: actor.personId ?? "",
          bookings: taken,
        });
        await tx.ownUpload.deleteMany({ where: { id: upload.id } });
        await recordAudit(tx, actor, {
          action: "own-ledger.imported",
          ...owner,
          subjectKind: "own-import",
          subjectId: id,
          facts: { sha256, bookings: taken.length, totalCents: total },
        });
        return { id };
      }),
    LONG,
  );
  return (await work).id;
}

function refuse(name: string, facts: Readonly<Record<string, string>> = {}): never {
  throw new Refusal("blocked", {}, [{ code: `ownLedger.reasons.${name}`, facts }]);
}
