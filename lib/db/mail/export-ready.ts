import type { Tx } from "../transaction";

interface ReadyMail {
  readonly personId: string;
  readonly programme: string;
  readonly language: string;
  readonly subject: string;
  readonly body: string;
}

/** Writes the mail and the job that sends it, in the caller's transaction. */
export async function writeReadyMail(
  tx: Tx,
  { personId, programme, language, subject, body }: ReadyMail,
): Promise<void> {
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO mail (person_id, programme_id, kind, language, subject, body)
    SELECT ${personId}::uuid, p.id, 'export_ready', ${language}, ${subject}, ${body} FROM programme p WHERE p.code = ${programme}
    RETURNING id::text`;
  if (made === undefined) return;
  await tx.$queryRaw`SELECT 1 AS added FROM graphile_worker.add_job('send_mail',
    json_build_object('mail', ${made.id}::text), job_key => ${`mail:${made.id}`}::text, max_attempts => 6)`;
}
