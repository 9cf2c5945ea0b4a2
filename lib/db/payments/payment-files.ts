import { cents } from "@/lib/domain/money";
import type { PaymentFileRead, PaymentLine } from "@/lib/domain/payments/payment-line";
import { NotFound } from "@/lib/domain/refusal";
import type { Tx } from "../transaction";

export interface StoredPaymentFile {
  readonly id: string;
  readonly name: string;
  readonly format: string;
  readonly sha256: string;
  readonly lines: readonly PaymentLine[];
  readonly batch: { readonly id: string; readonly number: string } | null;
}

/** @throws NotFound also for a file of another ministry. */
export async function readPaymentFile(tx: Tx, programmeId: string, id: string): Promise<StoredPaymentFile> {
  const row = await tx.paymentFile.findFirst({ where: { id, programmeId }, include: { batch: true } });
  if (row === null) throw new NotFound(id);
  const stored = row.lines as unknown as readonly (Omit<PaymentLine, "amount"> & {
    readonly amount: string;
  })[];
  return {
    id: row.id,
    name: row.name,
    format: row.format,
    sha256: row.sha256,
    batch: row.batch && { id: row.batch.id, number: row.batch.number },
    lines: stored.map((line) => ({ ...line, amount: cents(BigInt(line.amount)) })),
  };
}

/** Keeps what was read; the same file of the same ministry is the one that is there. @returns its id */
export async function keepPaymentFile(
  tx: Tx,
  file: PaymentFileRead & {
    readonly programmeId: string;
    readonly ministryId: string;
    readonly personId: string;
    readonly name: string;
    readonly sha256: string;
  },
): Promise<string> {
  const { programmeId, ministryId, personId, name, sha256, format } = file;
  const [there] = await tx.paymentFile.findMany({
    where: { programmeId, ministryId, sha256 },
    select: { id: true },
  });
  if (there !== undefined) return there.id;
  const lines = file.lines.map((line) => ({ ...line, amount: line.amount.toString() }));
  const { id } = await tx.paymentFile.create({
    data: { programmeId, ministryId, name, sha256, format, lines, createdBy: personId },
    select: { id: true },
  });
  return id;
}
