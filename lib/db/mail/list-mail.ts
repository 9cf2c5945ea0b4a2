import type { MailRow } from "@/lib/domain/windows/mail";
import type { Tx } from "../transaction";

/** As far as this reader may see: their own, those about their ministry's streams, or all; the newest first. */
export async function listMailRows(
  tx: Tx,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: MailRow[]; total: number }> {
  const found = await tx.$queryRaw<(MailRow & { total: number })[]>`
    SELECT m.id::text, m.kind, p.name AS "personName", o.preferred_name AS "municipalityName", m.language, m.subject, m.body,
           m.state::text, m.attempts, m.error, m.created_at AS "createdAt", m.sent_at AS "sentAt", (count(*) OVER ())::int AS total
      FROM mail m JOIN person p ON p.id = m.person_id LEFT JOIN organisation o ON o.id = m.municipality_id
     ORDER BY m.created_at DESC, m.id DESC LIMIT ${page.limit} OFFSET ${page.offset}`;
  return { rows: found.map(({ total: _, ...row }) => row), total: found[0]?.total ?? 0 };
}
