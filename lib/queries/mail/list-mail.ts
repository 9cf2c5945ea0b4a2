import "server-only";
import { listMailRows } from "@/lib/db/mail/list-mail";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";

export const MAILS_PER_PAGE = 50;

export const listMail = ({ actor }: Grant<"mail:read">, page: number) =>
  inContext(actor, (tx) => listMailRows(tx, { limit: MAILS_PER_PAGE, offset: (page - 1) * MAILS_PER_PAGE }));
