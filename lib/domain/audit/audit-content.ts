import { net } from "../ledger/entry-content";

/** What the audit log is called in addresses and files, where a programme or a kind would be. */
export const AUDIT_LOG = "logboek";

/** An event of the audit log as stored, everything as text; `at` in UTC with six decimals, facts as PostgreSQL writes jsonb. */
export interface StoredAuditEvent {
  readonly id: string;
  readonly at: string;
  readonly personId: string | null;
  readonly action: string;
  readonly outcome: string;
  readonly programmeId: string | null;
  readonly municipalityId: string | null;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly origin: string | null;
  readonly facts: string;
}

/** The bytes of a line that are signed for. */
export const auditContent = (event: StoredAuditEvent): string =>
  [
    "geldstroom-audit-v1",
    event.id,
    event.at,
    event.personId,
    event.action,
    event.outcome,
    event.programmeId,
    event.municipalityId,
    event.subjectKind,
    event.subjectId,
    event.origin,
    event.facts,
  ]
    .map(net)
    .join("");
