import { NO_ADDRESS, NO_SERVER } from "@/lib/domain/windows/mail";
import { asSystem } from "../transaction";

export interface MailToSend {
  readonly id: string;
  readonly subject: string;
  readonly body: string;
  readonly language: string;
  readonly state: string;
  readonly personName: string;
  /** Null when the person has no account in use. */
  readonly address: string | null;
}

export const readMailToSend = (id: string): Promise<MailToSend | null> =>
  asSystem(async (tx) => {
    const [found] = await tx.$queryRaw<MailToSend[]>`
      SELECT m.id::text, m.subject, m.body, m.language, m.state::text, p.name AS "personName",
             (SELECT a.email FROM user_account a WHERE a.person_id = p.id AND a.disabled_at IS NULL ORDER BY a.created_at LIMIT 1) AS address
        FROM mail m JOIN person p ON p.id = m.person_id WHERE m.id = ${id}::uuid`;
    return found ?? null;
  });

export const markSent = (id: string): Promise<void> =>
  asSystem(async (tx) => {
    await tx.$executeRaw`UPDATE mail SET state = 'sent', attempts = attempts + 1, error = NULL, sent_at = now()
      WHERE id = ${id}::uuid AND state <> 'sent'`;
  });

/** Tried in vain; the job tries again later. */
export const markFailed = (id: string, error: string): Promise<void> =>
  asSystem(async (tx) => {
    await tx.$executeRaw`UPDATE mail SET state = 'failed', attempts = attempts + 1, error = ${error.slice(0, 500)}
      WHERE id = ${id}::uuid AND state <> 'sent'`;
  });

/** Not tried: there is no mail server, or nobody to send it to. */
export const markNotSent = (id: string, why: typeof NO_SERVER | typeof NO_ADDRESS): Promise<void> =>
  asSystem(async (tx) => {
    await tx.$executeRaw`UPDATE mail SET state = 'not_sent', error = ${why} WHERE id = ${id}::uuid AND state <> 'sent'`;
  });
