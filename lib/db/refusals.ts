import { NotFound, Refusal, type RefusalCode } from "@/lib/domain/refusal";

/** SQLSTATEs that our own guards raise; see the ledger and row-level-security migrations. */
const BY_STATE: Readonly<Record<string, RefusalCode>> = {
  GS001: "append_only",
  GS003: "unbalanced",
  GS004: "append_only",
  GS005: "not_approved",
  GS006: "not_allowed",
  GS007: "not_open",
  GS008: "four_eyes",
  GS009: "stale",
  GS010: "reason_required",
  GS011: "together",
  GS012: "above_award",
  GS013: "settled",
  GS014: "settlement_differs",
  GS015: "schedule_differs",
  GS020: "approved_twice",
  GS030: "not_open",
  GS040: "window_closed",
  GS041: "window_order",
  GS031: "sisa_differs",
  GS032: "sisa_closed",
  GS050: "rule_fixed",
  GS051: "rule_backwards",
  GS070: "sample_differs",
  GS071: "finding_differs",
  GS075: "cross_check_differs",
};

interface DatabaseCause {
  readonly code?: string;
  readonly originalCode?: string;
  readonly message?: string;
  readonly originalMessage?: string;
  readonly constraint?: unknown;
  readonly cause?: unknown;
  readonly meta?: { readonly driverAdapterError?: unknown };
}

/** Prisma wraps what PostgreSQL said more than once; follow the causes to the SQLSTATE and the text. */
function databaseFacts(error: unknown): { state: string; text: string } {
  const seen = new Set<unknown>();
  const queue: unknown[] = [error];
  let state = "";
  let text = "";
  while (queue.length > 0) {
    const one = queue.shift() as DatabaseCause | undefined;
    if (typeof one !== "object" || one === null || seen.has(one)) continue;
    seen.add(one);
    for (const code of [one.originalCode, one.code]) {
      if (typeof code === "string" && /^(GS\d{3}|\d{2}[0-9A-Z]{3})$/.test(code)) state ||= code;
    }
    text += ` ${one.message ?? ""} ${one.originalMessage ?? ""} ${JSON.stringify(one.constraint ?? "")}`;
    queue.push(one.cause, one.meta?.driverAdapterError);
  }
  return { state, text };
}

export function asRefusal(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  const { state, text } = databaseFacts(error);
  const code = BY_STATE[state];
  if (code) return new Refusal(code);
  if (text.includes("account_balance_floor")) return new Refusal("exceeds_ceiling");
  // Text with a character that PostgreSQL cannot hold: nothing that is there is called so.
  if (state === "22021" || state === "22P05") return new NotFound("unstorable text");
  if (state === "42501") return new Refusal("not_allowed");
  return error;
}
