import type { AuditAction, AuditOutcome } from "./audit-action";

/** One event of the audit log as it was written. */
export interface AuditLine {
  readonly id: bigint;
  readonly at: Date;
  /** Null when nobody was signed in, or the system did it. A person who left keeps the name they had last. */
  readonly who: string | null;
  readonly action: string;
  readonly outcome: AuditOutcome;
  /** Of the programme that it is about. */
  readonly programme: { readonly nl: string; readonly en: string } | null;
  readonly municipality: string | null;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly origin: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Which lines of the log are asked for; null asks for all. */
export interface AuditAsked {
  readonly action: AuditAction | null;
  readonly outcome: AuditOutcome | null;
  /** Code of a programme. */
  readonly programme: string | null;
  /** yyyy-mm-dd in Amsterdam, both included. */
  readonly from: string | null;
  readonly to: string | null;
  /** Part of a name, of what it is about, or of the facts. */
  readonly text: string;
}
