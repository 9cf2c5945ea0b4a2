import type { EntryFilter } from "@/lib/domain/ledger/entry-filter";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { Prisma } from "../generated/client";

const like = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** What holds for an entry `e` that the reader asks for. */
export function entryConditions(
  programmeId: string,
  filter: EntryFilter,
  { validOn, knownAt }: AsOf,
): Prisma.Sql {
  const parts = [
    Prisma.sql`e.programme_id = ${programmeId}::uuid`,
    Prisma.sql`e.effective_on <= ${validOn}::date`,
    Prisma.sql`e.recorded_at <= ${knownAt}::timestamptz`,
  ];
  if (filter.stream !== null) {
    parts.push(
      Prisma.sql`e.stream_id = (SELECT id FROM stream WHERE programme_id = ${programmeId}::uuid AND code = ${filter.stream})`,
    );
  }
  if (filter.municipality !== null) {
    parts.push(
      Prisma.sql`e.municipality_id = (SELECT id FROM organisation WHERE code = ${filter.municipality})`,
    );
  }
  if (filter.kind !== null) parts.push(Prisma.sql`e.kind = ${filter.kind}::entry_kind`);
  if (filter.year !== null) {
    parts.push(Prisma.sql`EXISTS (SELECT 1 FROM posting p JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id
      WHERE p.programme_id = e.programme_id AND p.entry_seq = e.seq AND a.year = ${filter.year}::int)`);
  }
  if (filter.text !== "") parts.push(wordsIn(filter.text));
  return Prisma.join(parts, " AND ");
}

function wordsIn(text: string): Prisma.Sql {
  const pattern = like(text);
  const number = /^#?(\d{1,18})$/.exec(text)?.[1] ?? null;
  return Prisma.sql`(e.reason ILIKE ${pattern} OR e.decision_number ILIKE ${pattern} OR e.legal_source ILIKE ${pattern}
    OR e.seq = ${number}::bigint)`;
}
