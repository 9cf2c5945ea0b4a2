import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { readImports } from "@/lib/db/own-ledger/imports";
import { lockReport } from "@/lib/db/reports/report-header";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { requireOpen } from "@/lib/domain/reports/report-status";

/**
 * Takes a whole import back while its report is open. The report keeps its figures; its bookings count no more and may
 * be imported again.
 * @throws NotFound, Refusal `not_open`
 */
export async function withdrawImport(
  grant: Grant<"report:fill">,
  programmeId: string,
  { idempotencyKey: key, ...input }: { idempotencyKey: string; importId: string; reason: string },
): Promise<void> {
  const { actor } = grant;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "own-ledger.withdraw", input }, async () => {
      const [found] = await readImports(tx, programmeId, { id: input.importId });
      const header = found && (await lockReport(tx, found.reportId));
      if (!header || !actor.organisationIds.includes(header.municipalityId))
        throw new NotFound(input.importId);
      requireOpen(header.status, "save");
      const { municipalityId } = header;
      const there = await tx.ownWithdrawal.count({ where: { importId: input.importId } });
      if (there > 0) throw new Refusal("not_open");
      await tx.ownWithdrawal.create({
        data: { ...input, municipalityId, createdBy: actor.personId ?? "" },
        select: { importId: true },
      });
      await recordAudit(tx, actor, {
        action: "own-ledger.withdrawn",
        programmeId,
        municipalityId,
        subjectKind: "own-import",
        subjectId: input.importId,
        facts: { reason: input.reason },
      });
      return {};
    }),
  );
}
