import type { LedgerEntry } from "@/lib/domain/ledger/ledger-entry";
import { cents } from "@/lib/domain/money";
import { NotFound } from "@/lib/domain/refusal";
import { asCheckpoint, type CheckpointRow, checkpointCovering } from "../checkpoints/stored-checkpoints";
import { isoDate, isoDateOrNull } from "../dates";
import type { Tx } from "../transaction";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** One entry with everything that made it: postings, approvals, report and proof. @throws NotFound */
export async function findLedgerEntry(tx: Tx, programmeId: string, seq: bigint): Promise<LedgerEntry> {
  const row = await tx.entry.findUnique({
    where: { programmeId_seq: { programmeId, seq } },
    include: {
      person: true,
      stream: true,
      allocation: { include: { area: { include: { municipality: true } }, theme: true } },
      proposal: {
        include: { author: true, approvals: { include: { person: true }, orderBy: { at: "asc" } } },
      },
      report: { include: { events: { include: { person: true }, orderBy: { at: "asc" } } } },
      correctedBy: { select: { seq: true }, orderBy: { seq: "asc" } },
      postings: {
        orderBy: { line: "asc" },
        include: { account: { include: { area: true, theme: true, tranche: true } } },
      },
    },
  });
  if (row === null) throw new NotFound("entry");
  const [covering] = await tx.$queryRaw<CheckpointRow[]>(checkpointCovering(programmeId, seq));
  const last = await tx.entry.findFirst({
    where: { programmeId },
    orderBy: { seq: "desc" },
    select: { seq: true },
  });
  return {
    seq: row.seq,
    kind: row.kind,
    effectiveOn: isoDate(row.effectiveOn),
    recordedAt: row.recordedAt,
    recordedBy: row.person.name,
    stream: { code: row.stream.code, name: row.stream.shortName },
    correctsSeq: row.correctsSeq,
    correctedBy: row.correctedBy.map((one) => one.seq),
    decisionNumber: row.decisionNumber,
    decisionOn: isoDateOrNull(row.decisionOn),
    legalSource: row.legalSource,
    reason: row.reason,
    allocation: row.allocation && {
      id: row.allocation.id,
      number: row.allocation.number,
      area: row.allocation.area.name,
      municipality: row.allocation.area.municipality.preferredName,
    },
    postings: row.postings.map(({ amountCents, account }) => ({
      book: account.book,
      kind: account.kind,
      tranche: account.tranche.name,
      area: account.area?.name ?? null,
      theme: account.theme && { nl: account.theme.nameNl, en: account.theme.nameEn },
      year: account.year,
      amount: cents(amountCents),
    })),
    proposal: row.proposal && {
      id: row.proposal.id,
      number: row.proposal.number,
      author: row.proposal.author.name,
      enteredAt: row.proposal.createdAt,
      decisions: row.proposal.approvals.map(({ outcome, person, at, contentHash }) => ({
        outcome,
        who: person.name,
        at,
        contentHash,
      })),
    },
    report: row.report && {
      id: row.report.id,
      number: row.report.number,
      events: row.report.events
        .filter(({ action }) => ["submitted", "signed", "returned", "accepted"].includes(action))
        .map(({ action, person, at }) => ({
          action: action as "submitted" | "signed" | "returned" | "accepted",
          who: person.name,
          at,
        })),
    },
    hash: hex(row.hash),
    prevHash: hex(row.prevHash),
    checkpoint: covering === undefined ? null : { size: asCheckpoint(covering).size, at: covering.at },
    next: last !== null && last.seq > row.seq ? row.seq + 1n : null,
  };
}
