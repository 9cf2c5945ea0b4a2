import { createHash } from "node:crypto";
import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { keepPaymentFile, readPaymentFile } from "@/lib/db/payments/payment-files";
import { inContext, LONG } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type PaymentColumns, RefusedPaymentFile, yearOfPayment } from "@/lib/domain/payments/payment-line";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { readPayments } from "@/lib/files/payments/read-payments";
import { type EnteredBatch, enterBatchIn } from "../proposals/enter-batch";

type Granted = Grant<"allocation:propose">;

/**
 * Reads a payment file and keeps its lines; the bytes are not kept, their hash is. The same file gives the same answer.
 * A csv names its source, so that its columns are known the next time.
 * @returns the id of the file, or what is wrong with it; then nothing is kept
 */
export async function takePaymentFile(
  grant: Granted,
  programmeId: string,
  file: {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly columns: PaymentColumns;
    /** Where a csv comes from; its columns are kept for the next one. */
    readonly source: string | null;
  },
): Promise<string | RefusedPaymentFile> {
  const { actor } = grant;
  const [ministryId] = actor.organisationIds;
  if (ministryId === undefined || actor.personId === null) throw new Refusal("not_allowed");
  const personId = actor.personId;
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  try {
    const read = readPayments(file.bytes, file.columns);
    if (read.format === "csv" && file.source === null) return new RefusedPaymentFile("source");
    return await inContext(actor, async (tx) => {
      const id = await keepPaymentFile(tx, {
        ...read,
        programmeId,
        ministryId,
        personId,
        name: file.name,
        sha256,
      });
      const { source } = file;
      const kept = { columns: { ...file.columns }, usedAt: new Date() };
      if (read.format === "csv" && source !== null)
        await tx.paymentMapping.upsert({
          where: { ministryId_source: { ministryId, source } },
          create: { ministryId, source, ...kept },
          update: kept,
        });
      await recordAudit(tx, actor, {
        action: "payment-file.read",
        programmeId,
        subjectKind: "payment-file",
        subjectId: id,
        facts: { sha256, lines: read.lines.length },
      });
      return id;
    });
  } catch (error) {
    if (error instanceof RefusedPaymentFile) return error;
    throw error;
  }
}

export interface ChosenPayments {
  readonly idempotencyKey: string;
  readonly fileId: string;
  /** Line of the file (from 1) to allocation; a line without one is not taken over. */
  readonly chosen: readonly { readonly line: number; readonly allocationId: string }[];
  /** What the batch is called. */
  readonly name: string;
}

/**
 * Proposes the payments that were matched, as one batch that another person confirms line by line or whole.
 * @returns the id of the batch
 * @throws NotFound, Refusal `not_open` when it was proposed before, `blocked` with every reason of every line
 */
export async function enterPayments(
  grant: Granted,
  programme: EnteredBatch["programme"],
  { idempotencyKey: key, ...input }: ChosenPayments,
): Promise<string> {
  const { actor } = grant;
  const work = inContext(
    actor,
    (tx) =>
      once(tx, actor, { key, action: "payments.enter", input }, async () => {
        const file = await readPaymentFile(tx, programme.id, input.fileId);
        if (file.batch !== null) throw new Refusal("not_open");
        const lines = [];
        for (const { line, allocationId } of input.chosen) {
          const payment = file.lines.find((one) => one.line === line);
          const allocation = await tx.allocation.findFirst({
            where: { id: allocationId, programmeId: programme.id },
          });
          if (payment === undefined || allocation === null) throw new NotFound(allocationId);
          lines.push({
            kind: payment.direction,
            trancheId: allocation.trancheId,
            themeId: allocation.themeId,
            areaId: allocation.areaId,
            allocationId,
            decisionNumber: payment.reference.slice(0, 60),
            decisionOn: payment.paidOn,
            decisionCents: payment.amount,
            effectiveOn: payment.paidOn,
            legalSource: null,
            reason: payment.text === "" ? payment.reference : payment.text,
            years: [{ year: yearOfPayment(payment), amount: payment.amount }],
          });
        }
        const id = await enterBatchIn(
          tx,
          actor,
          {
            programme,
            origin: "payment_file",
            name: input.name,
            source: { file: file.name, sha256: file.sha256 },
            lines,
            as: "proposed",
          },
          async () => [],
        );
        await tx.paymentFile.update({ where: { id: file.id }, data: { batchId: id } });
        return { id };
      }),
    LONG,
  );
  return (await work).id;
}
