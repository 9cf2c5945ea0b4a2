import { clockInAmsterdam } from "./amsterdam-time";
import { dayAfter } from "./period";

export const MAIL_KINDS = ["before_due", "just_before_due", "after_due", "before_closing"] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export const MAIL_STATES = ["queued", "sent", "failed", "not_sent"] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** Why a mail stays behind when nobody set a mail server. */
export const NO_SERVER = "no_server";
/** The person has no account that is in use any more. */
export const NO_ADDRESS = "no_address";

export interface MailRow {
  readonly id: string;
  readonly kind: MailKind | "export_ready";
  readonly personName: string;
  /** Null for a mail that is about no municipality. */
  readonly municipalityName: string | null;
  readonly language: string;
  readonly subject: string;
  readonly body: string;
  readonly state: MailState;
  readonly attempts: number;
  readonly error: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

const DAYS = { before_due: 14, just_before_due: 3, before_closing: 2 } as const;

/**
 * Which reminder is due today. The days are counted in the Netherlands; a day that was missed (the machine was off) is
 * made good on the next, and of several that are due the most urgent one is enough. After the closing none is.
 */
export function reminderDue(
  { opensOn, dueOn, closesAt }: { opensOn: string; dueOn: string; closesAt: Date | null },
  today: string,
  now: Date,
): MailKind | null {
  if (opensOn > today || (closesAt !== null && closesAt <= now)) return null;
  if (today <= dueOn) {
    if (today >= dayAfter(dueOn, -DAYS.just_before_due)) return "just_before_due";
    return today >= dayAfter(dueOn, -DAYS.before_due) ? "before_due" : null;
  }
  if (closesAt !== null) {
    const closingOn = clockInAmsterdam(closesAt).date;
    // With hardly a day between the two, the reminder that the date is past already says when it closes.
    if (today >= dayAfter(closingOn, -DAYS.before_closing) && today > dayAfter(dueOn))
      return "before_closing";
  }
  return "after_due";
}
