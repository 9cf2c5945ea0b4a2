import "server-only";
import { auditLines, auditLinesOf } from "@/lib/db/audit-log/read-log";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { AuditAsked, AuditLine } from "@/lib/domain/audit/audit-line";

export const LINES_PER_PAGE = 100;
const AT_ONCE = 2000;

/** How far the log was signed for last, and when; null when it never was. */
export const findLogSigned = ({
  actor,
}: Grant<"audit-log:read">): Promise<{ readonly size: bigint; readonly signedAt: Date } | null> =>
  inContext(actor, (tx) =>
    tx.auditCheckpoint.findFirst({
      select: { size: true, signedAt: true },
      orderBy: [{ size: "desc" }, { signedAt: "asc" }],
    }),
  );

/** A page of the audit log, newest first; `before` is the number of the last line of the page above it. */
export const findAuditLines = (
  { actor }: Grant<"audit-log:read">,
  asked: AuditAsked,
  before: bigint | null,
): Promise<AuditLine[]> => inContext(actor, (tx) => auditLines(tx, asked, { before, limit: LINES_PER_PAGE }));

/** The last lines about one person, by whomever. */
export const findAuditLinesOf = (
  { actor }: Grant<"audit-log:read">,
  personId: string,
  limit: number,
): Promise<AuditLine[]> => inContext(actor, (tx) => auditLinesOf(tx, personId, limit));

/** Every line that is asked for, a part of them in memory at a time. */
export async function* everyAuditLine(
  { actor }: Grant<"audit-log:read">,
  asked: AuditAsked,
): AsyncGenerator<AuditLine> {
  let before: bigint | null = null;
  for (;;) {
    const page = { before, limit: AT_ONCE };
    const lines: AuditLine[] = await inContext(actor, (tx) => auditLines(tx, asked, page));
    yield* lines;
    if (lines.length < AT_ONCE) return;
    before = lines.at(-1)?.id ?? null;
  }
}
