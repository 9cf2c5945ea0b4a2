import type { AuditAsked } from "@/lib/domain/audit/audit-line";

/** The question as it stands in an address, without what is not asked. */
export const logQuery = ({
  action,
  outcome,
  programme,
  from,
  to,
  text,
}: AuditAsked): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      zoek: text,
      handeling: action,
      uitkomst: outcome,
      programma: programme,
      van: from,
      tot: to,
    }).filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== ""),
  );
