import { AUDIT_OUTCOMES, auditAction } from "@/lib/domain/audit/audit-action";
import type { AuditAsked } from "@/lib/domain/audit/audit-line";
import { readDate } from "@/lib/domain/calendar-day";

type Params = Readonly<Record<string, string | string[] | undefined>>;

export interface LogQuestion {
  readonly asked: AuditAsked;
  readonly before: bigint | null;
  /** Sentences about what could not be read, per field. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
  /** As it was typed. */
  readonly typed: Readonly<{ from: string; to: string }>;
}

/** Which lines of the log the address asks for; a date that cannot be read is said, and asks for all days. */
export function readLogQuestion(params: Params): LogQuestion {
  const one = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? (value[0] ?? "") : (value ?? ""))
      .replaceAll("\u0000", "")
      .trim()
      .slice(0, 200);
  };
  const typed = { from: one("van"), to: one("tot") };
  const [from, to] = [readDate(typed.from), readDate(typed.to)];
  const errors: Record<string, string[]> = {};
  if (typed.from !== "" && from === null) errors.van = ["errors.date.unreadable"];
  if (typed.to !== "" && to === null) errors.tot = ["errors.date.unreadable"];
  if (from !== null && to !== null && to < from) errors.tot = ["admin.log.order"];
  const before = one("voor");
  return {
    asked: {
      action: auditAction(one("handeling")),
      outcome: AUDIT_OUTCOMES.find((known) => known === one("uitkomst")) ?? null,
      programme: one("programma") || null,
      from,
      to: errors.tot === undefined ? to : null,
      text: one("zoek"),
    },
    before: /^\d{1,18}$/.test(before) ? BigInt(before) : null,
    errors,
    typed,
  };
}
