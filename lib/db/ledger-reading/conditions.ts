import type { EntryFilter } from "@/lib/domain/ledger/entry-filter";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { Prisma } from "../generated/client";

const like = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** Numbers of entries among which words are searched, the first not included. */
export interface SearchedPart {
  readonly after: bigint;
  readonly upTo: bigint;
}

/** What holds for an entry `e` that the reader asks for; words are searched in a part of the journal, or in all of it. */
export function entryConditions(
  programmeId: string,
  filter: EntryFilter,
  { validOn, knownAt }: AsOf,
  part: SearchedPart | null,
): Prisma.Sql {
  const parts = [
    Prisma.sql`e.programme_id = ${programmeId}::uuid`,
    Prisma.sql`e.effective_on <= ${validOn}::date`,
    Prisma.sql`e.recorded_at <= ${knownAt}::timestamptz`,
  ];
  if (filter.recordedAfter !== null)
    parts.push(Prisma.sql`e.recorded_at > ${filter.recordedAfter}::timestamptz`);
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
      WHERE p.programme_id = e.programme_id AND p.entry_seq = e.seq AND a.year = ${filter.year}::int
        AND a.kind IN ('ceiling', 'allocated', 'spent', 'advanced', 'settled'))`);
  }
  if (filter.text !== "") parts.push(wordsIn(programmeId, filter.text, part));
  return Prisma.join(parts, " AND ");
}

/** A number finds its entry wherever it is. */
function wordsIn(programmeId: string, text: string, part: SearchedPart | null): Prisma.Sql {
  const pattern = like(text);
  const number = /^#?(\d{1,18})$/.exec(text)?.[1] ?? null;
  const words = Prisma.sql`(e.reason ILIKE ${pattern} OR e.decision_number ILIKE ${pattern} OR e.legal_source ILIKE ${pattern})`;
  if (part === null) return Prisma.sql`(${words} OR e.seq = ${number}::bigint)`;
  return Prisma.sql`e.seq = ANY (ARRAY(
    SELECT e.seq FROM entry e WHERE e.programme_id = ${programmeId}::uuid AND e.seq > ${part.after} AND e.seq <= ${part.upTo} AND ${words}
    UNION SELECT ${number}::bigint))`;
}
