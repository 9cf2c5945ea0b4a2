import type { BlockingReason } from "../refusal";
import type { KnownWindow } from "./reporting-window";

export const EXCEPTION_KINDS = ["later", "waived", "not_applicable"] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];

export type ExceptionState = "requested" | "granted" | "refused" | "expired";

/** A request with its decision, as a list shows it. Dates are yyyy-mm-dd. */
export interface ExceptionRow {
  readonly id: string;
  readonly windowId: string;
  readonly windowCode: string;
  readonly streamName: string;
  readonly year: number;
  readonly period: number;
  readonly periods: number;
  readonly municipalityId: string;
  readonly municipalityName: string;
  readonly areaName: string | null;
  readonly kind: ExceptionKind;
  readonly reason: string;
  readonly expiresOn: string;
  readonly requestedById: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly outcome: "granted" | "refused" | null;
  readonly decisionReason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** Whether the stream is of the reader's own ministry. */
  readonly owned: boolean;
}

/** Expired is what was granted, or was never decided, and whose last day is over. */
export function exceptionState(
  { outcome, expiresOn }: Pick<ExceptionRow, "outcome" | "expiresOn">,
  today: string,
): ExceptionState {
  if (outcome === "refused") return "refused";
  if (expiresOn < today) return "expired";
  return outcome === null ? "requested" : "granted";
}

export interface AskedException {
  readonly kind: ExceptionKind;
  readonly areaId: string | null;
  readonly expiresOn: string;
}

/** Everything that stands in the way of asking for this exception. */
export function exceptionReasons(
  asked: AskedException,
  window: Pick<KnownWindow, "dueOn" | "code">,
  earlier: readonly {
    readonly kind: ExceptionKind;
    readonly areaId: string | null;
    readonly state: ExceptionState;
  }[],
  today: string,
): BlockingReason[] {
  const found: BlockingReason[] = [];
  const reason = (code: string, field: string, facts: Readonly<Record<string, string>> = {}) =>
    found.push({ code: `windows.reasons.${code}`, field, facts });
  if (asked.expiresOn < today) reason("expires_in_past", "expiresOn", { todayOn: today });
  else if (asked.kind === "later" && asked.expiresOn <= window.dueOn)
    reason("not_later", "expiresOn", { dueOn: window.dueOn });
  const same = earlier.filter(({ areaId }) => areaId === null || areaId === asked.areaId);
  if (same.some(({ state, kind }) => state === "requested" && kind === asked.kind))
    reason("asked_already", "kind");
  if (same.some(({ state, kind }) => state === "granted" && kind !== "later" && kind !== asked.kind))
    reason("granted_other", "kind");
  return found;
}
