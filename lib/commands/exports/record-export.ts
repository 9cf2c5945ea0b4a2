import "server-only";
import { createHash } from "node:crypto";
import { recordAudit } from "@/lib/db/audit";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";

interface Exported {
  /** Null for what is of every programme. */
  readonly programme: { readonly id: string } | null;
  readonly kind: string;
  readonly format: string;
  /** As it was asked for. */
  readonly question: Readonly<Record<string, unknown>>;
}

/**
 * Passes a file on and writes in the audit log who took what: the question, the size and the hash of what was sent. A file
 * that was broken off is there as well, with what had left by then.
 */
export async function* recordedExport(
  grant: Grant<"export:read" | "audit-log:read">,
  { programme, kind, format, question }: Exported,
  { bytes, rows }: { readonly bytes: AsyncIterable<Uint8Array>; readonly rows: () => bigint },
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let [size, whole] = [0, false];
  try {
    for await (const piece of bytes) {
      hash.update(piece);
      size += piece.length;
      yield piece;
    }
    whole = true;
  } finally {
    await inContext(grant.actor, (tx) =>
      recordAudit(tx, grant.actor, {
        action: whole ? "export.made" : "export.broken-off",
        programmeId: programme?.id ?? null,
        subjectKind: "export",
        subjectId: `${kind}.${format}`,
        origin: grant.actor.origin,
        facts: { question, rows: rows().toString(), bytes: String(size), sha256: hash.digest("hex") },
      }),
    );
  }
}
