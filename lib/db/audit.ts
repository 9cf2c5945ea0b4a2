import type { Actor } from "@/lib/domain/access";
import type { AuditAction } from "@/lib/domain/audit/audit-action";
import { canonicalJson } from "./hash";
import type { Tx } from "./transaction";

export interface AuditFact {
  readonly action: AuditAction;
  readonly outcome?: "done" | "refused";
  readonly programmeId?: string | null;
  readonly municipalityId?: string | null;
  readonly subjectKind?: string;
  readonly subjectId?: string;
  /** Where the request came from, as far as it is known. */
  readonly origin?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** What somebody asked for is kept as it came, but for the one character that PostgreSQL cannot hold. */
const storable = (_: string, value: unknown): unknown =>
  typeof value === "string" ? value.replaceAll("\u0000", "\ufffd") : value;

/** Writes one line of the audit log in the caller's transaction: it is there exactly when the change is. */
export async function recordAudit(tx: Tx, actor: Actor, fact: AuditFact): Promise<void> {
  await tx.auditEvent.create({
    data: {
      personId: actor.personId,
      action: fact.action,
      outcome: fact.outcome ?? "done",
      programmeId: fact.programmeId ?? null,
      municipalityId: fact.municipalityId ?? null,
      subjectKind: fact.subjectKind ?? null,
      subjectId: fact.subjectId ?? null,
      origin: fact.origin ?? null,
      facts: JSON.parse(canonicalJson(fact.facts ?? {}), storable),
    },
    select: { action: true },
  });
}
