import "server-only";
import { type EntryLine, entryLines, entryTotals } from "@/lib/db/ledger-reading/entry-list";
import { entryMonths } from "@/lib/db/ledger-reading/entry-months";
import { asking, readMonthCut } from "@/lib/db/ledger-reading/month-cut";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { EntryFilter } from "@/lib/domain/ledger/entry-filter";
import { type EntryTotal, partsOfPage, totalsOf } from "@/lib/domain/ledger/entry-months";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";

export type { EntryLine, EntryTotal };

export const ENTRIES_PER_PAGE = 50;
/** Words are searched in this many entries at a time. */
const SEARCHED = 50_000n;

export interface EntriesAsked {
  readonly filter: EntryFilter;
  readonly asOf: AsOf;
  readonly page: number;
  /** Words are searched in the entries before this one; null for the last ones. */
  readonly before: bigint | null;
}

export interface EntryList {
  readonly rows: readonly EntryLine[];
  readonly totals: readonly EntryTotal[];
  readonly count: bigint;
  /** Where words were searched when that is not the whole journal: its first and last number. */
  readonly searched: { readonly from: bigint; readonly to: bigint } | null;
}

const counted = (totals: readonly EntryTotal[]) => totals.reduce((all, { entries }) => all + entries, 0n);

/** One page of entries, the last recorded first, with the totals of the whole question per measure. */
export const listEntries = (
  grant: Grant<"journal:read">,
  programmeId: string,
  { filter, asOf, page, before }: EntriesAsked,
): Promise<EntryList> =>
  inContext(grant.actor, async (tx) => {
    const where = { limit: ENTRIES_PER_PAGE, offset: (page - 1) * ENTRIES_PER_PAGE };
    const cut = await readMonthCut(asking(tx), programmeId, asOf);
    if (filter.text !== "") {
      const upTo = before === null || before > cut.known ? cut.known : before - 1n;
      const part = { after: upTo > SEARCHED ? upTo - SEARCHED : 0n, upTo };
      const rows = await tx.$queryRaw<EntryLine[]>(
        entryLines(programmeId, filter, asOf, { is: "found", part, ...where }),
      );
      const totals = await entryTotals(asking(tx), programmeId, filter, asOf, part);
      const whole = part.after === 0n && upTo === cut.known;
      return {
        rows,
        totals,
        count: counted(totals),
        searched: whole ? null : { from: part.after + 1n, to: upTo },
      };
    }
    const months = await entryMonths(asking(tx), programmeId, filter, cut);
    const totals = totalsOf(months);
    const rows = await tx.$queryRaw<EntryLine[]>(
      entryLines(programmeId, filter, asOf, { is: "page", parts: partsOfPage(months, where) }),
    );
    return { rows, totals, count: counted(totals), searched: null };
  });

/** What this reader can filter on. */
export const ledgerChoices = (
  grant: Grant<"journal:read">,
  programmeId: string,
): Promise<{
  streams: readonly { code: string; name: string }[];
  municipalities: readonly { code: string; name: string }[];
}> =>
  inContext(grant.actor, async (tx) => {
    const streams = await tx.stream.findMany({ where: { programmeId }, orderBy: { position: "asc" } });
    const places = await tx.programmeParticipant.findMany({
      where: { programmeId, organisation: { kind: "municipality" } },
      include: { organisation: true },
      orderBy: { organisation: { preferredName: "asc" } },
    });
    return {
      streams: streams.map(({ code, shortName }) => ({ code, name: shortName })),
      municipalities: places.map(({ organisation: { code, preferredName } }) => ({
        code,
        name: preferredName,
      })),
    };
  });
