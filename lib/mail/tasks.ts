import { type ReminderFacts, writeReminders } from "@/lib/db/mail/reminders";
import { markFailed, markNotSent, markSent, readMailToSend } from "@/lib/db/mail/sending";
import { NO_ADDRESS, NO_SERVER } from "@/lib/domain/windows/mail";
import { dateInAmsterdam } from "@/lib/views/dates";
import { mailText } from "@/lib/views/mails";
import type { MailServer } from "./smtp";

/** Writes today's reminders; each becomes a job of its own. @returns how many */
export function remind(now: Date, site: string): Promise<number> {
  const compose = (kind: Parameters<typeof mailText>[0], language: "nl" | "en", facts: ReminderFacts) =>
    mailText(kind, language, { ...facts, address: `${site}/programma/${facts.programme}/rapportages` });
  return writeReminders(dateInAmsterdam(now), now, compose);
}

/**
 * Sends one mail, or says why not. What fails is thrown on, so that the worker tries again later; what was sent is not
 * sent again.
 */
export async function sendMail(id: string, server: MailServer | null): Promise<void> {
  const mail = await readMailToSend(id);
  if (mail === null || mail.state === "sent") return;
  if (server === null) return markNotSent(id, NO_SERVER);
  if (mail.address === null) return markNotSent(id, NO_ADDRESS);
  try {
    await server.send({ ...mail, to: { name: mail.personName, address: mail.address } });
  } catch (error) {
    await markFailed(id, error instanceof Error ? error.message : String(error));
    throw error;
  }
  await markSent(id);
}
