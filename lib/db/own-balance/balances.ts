import { cents } from "@/lib/domain/money";
import { checkBalance } from "@/lib/domain/own-balance/balance-state";
import type {
  BalanceMoment,
  BreakingEntry,
  EarlierStatement,
  OpenPeriod,
  StatedBalance,
} from "@/lib/domain/own-balance/stated-balance";
import { isoDate } from "../dates";
import type { Tx } from "../transaction";

interface Raw {
  readonly id: string;
  readonly replacesId: string | null;
  readonly current: boolean;
  readonly municipalityId: string;
  readonly municipalityName: string;
  readonly windowId: string;
  readonly trancheId: string;
  readonly streamId: string;
  readonly streamName: string;
  readonly trancheName: string;
  readonly on: Date;
  readonly stated: bigint;
  readonly accountReference: string;
  readonly by: string;
  readonly at: Date;
  readonly checkedCents: bigint;
  readonly reason: string | null;
}

/** Every balance that this reader may see and that stands now, held against the journal of this moment. */
export async function readBalances(tx: Tx, programmeId: string): Promise<StatedBalance[]> {
  const rows = await tx.$queryRaw<Raw[]>`
    SELECT b.id::text, b.replaces_id::text AS "replacesId", NOT EXISTS (SELECT 1 FROM own_balance n WHERE n.replaces_id = b.id) AS current,
           b.municipality_id::text AS "municipalityId", o.preferred_name AS "municipalityName", b.window_id::text AS "windowId",
           b.tranche_id::text AS "trancheId", s.id::text AS "streamId", s.short_name AS "streamName", t.name AS "trancheName",
           b.on_date AS on, b.stated_cents AS stated, b.account_reference AS "accountReference", p.name AS by, b.created_at AS at,
           b.checked_cents AS "checkedCents", b.reason
      FROM own_balance b JOIN organisation o ON o.id = b.municipality_id JOIN tranche t ON t.id = b.tranche_id
      JOIN stream s ON s.id = t.stream_id JOIN person p ON p.id = b.created_by
     WHERE b.programme_id = ${programmeId}::uuid ORDER BY o.preferred_name, s.position, t.code, b.on_date DESC`;
  const [later, open] = [await laterEntries(tx, programmeId), await openPeriods(tx, programmeId)];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return rows
    .filter(({ current }) => current)
    .map(({ on, current: _, replacesId, trancheId, checkedCents, ...row }) => ({
      ...row,
      onDate: isoDate(on),
      checkedThen: checkedCents,
      check: checkBalance({
        stated: cents(row.stated),
        checked: cents(checkedCents),
        later: later.get(row.id) ?? [],
        openPeriods: (open.get(row.id) ?? []).length,
      }),
      openPeriods: open.get(row.id) ?? [],
      earlier: earlierOf({ replacesId, reason: row.reason }, byId),
    }));
}

function earlierOf(
  from: Pick<Raw, "replacesId" | "reason">,
  byId: ReadonlyMap<string, Raw>,
): EarlierStatement[] {
  const before = byId.get(from.replacesId ?? "");
  if (before === undefined) return [];
  const { id, stated, by, at, accountReference } = before;
  const one = { id, stated, by, at, accountReference, replacedBecause: from.reason ?? "" };
  return [one, ...earlierOf(before, byId)];
}

type Later = Omit<BreakingEntry, "amount" | "effectiveOn"> & {
  readonly balanceId: string;
  readonly amount: bigint;
  readonly on: Date;
};

/** Per balance what was recorded since and is about its date or before, in the order of the journal. */
async function laterEntries(tx: Tx, programmeId: string): Promise<ReadonlyMap<string, BreakingEntry[]>> {
  const rows = await tx.$queryRaw<Later[]>`
    SELECT b.id::text AS "balanceId", e.seq, e.kind::text AS kind, e.reason, e.recorded_at AS "recordedAt", e.effective_on AS on,
           sum(p.amount_cents)::bigint AS amount
      FROM own_balance b
      JOIN account a ON a.programme_id = b.programme_id AND a.tranche_id = b.tranche_id AND a.municipality_id = b.municipality_id
       AND a.kind = 'spent'
      JOIN posting p ON p.programme_id = a.programme_id AND p.account_id = a.id AND p.entry_seq > b.checked_seq
      JOIN entry e ON e.programme_id = p.programme_id AND e.seq = p.entry_seq AND e.effective_on <= b.on_date
     WHERE b.programme_id = ${programmeId}::uuid AND NOT EXISTS (SELECT 1 FROM own_balance n WHERE n.replaces_id = b.id)
     GROUP BY b.id, e.programme_id, e.seq, e.kind, e.reason, e.recorded_at, e.effective_on ORDER BY e.seq`;
  const found = new Map<string, BreakingEntry[]>();
  for (const { balanceId, amount, on, ...entry } of rows) {
    const list = found.get(balanceId) ?? [];
    list.push({ ...entry, amount: cents(amount), effectiveOn: isoDate(on) });
    found.set(balanceId, list);
  }
  return found;
}

/** Per balance the periods up to its date in which the municipality has to report and that are not accepted. */
async function openPeriods(tx: Tx, programmeId: string): Promise<ReadonlyMap<string, OpenPeriod[]>> {
  const rows = await tx.$queryRaw<(OpenPeriod & { readonly balanceId: string })[]>`
    SELECT b.id::text AS "balanceId", w.year, w.period, w.periods
      FROM own_balance b JOIN reporting_window w ON w.programme_id = b.programme_id AND w.tranche_id = b.tranche_id AND w.ends_on <= b.on_date
     WHERE b.programme_id = ${programmeId}::uuid
       AND EXISTS (SELECT 1 FROM allocation a WHERE a.tranche_id = w.tranche_id AND a.municipality_id = b.municipality_id AND a.decision_on <= w.ends_on)
       AND NOT EXISTS (SELECT 1 FROM report r WHERE r.window_id = w.id AND r.municipality_id = b.municipality_id AND r.status = 'accepted')
     ORDER BY w.ends_on`;
  const found = new Map<string, OpenPeriod[]>();
  for (const { balanceId, ...period } of rows) {
    const list = found.get(balanceId) ?? [];
    list.push(period);
    found.set(balanceId, list);
  }
  return found;
}

/** Ends of periods, up to today, about which these municipalities can state a balance; newest first. */
export async function balanceMoments(
  tx: Tx,
  programmeId: string,
  municipalities: readonly string[],
  today: string,
): Promise<BalanceMoment[]> {
  const rows = await tx.$queryRaw<(Omit<BalanceMoment, "endsOn"> & { readonly on: Date })[]>`
    SELECT w.id::text AS "windowId", o.id::text AS "municipalityId", o.preferred_name AS "municipalityName", s.short_name AS "streamName",
           t.name AS "trancheName", w.ends_on AS on,
           (SELECT b.id::text FROM own_balance b WHERE b.window_id = w.id AND b.municipality_id = o.id
             AND NOT EXISTS (SELECT 1 FROM own_balance n WHERE n.replaces_id = b.id)) AS current
      FROM reporting_window w JOIN stream s ON s.id = w.stream_id JOIN tranche t ON t.id = w.tranche_id
      CROSS JOIN organisation o
     WHERE w.programme_id = ${programmeId}::uuid AND o.id = ANY (${[...municipalities]}::uuid[]) AND w.ends_on <= ${today}::date
       AND EXISTS (SELECT 1 FROM allocation a WHERE a.tranche_id = w.tranche_id AND a.municipality_id = o.id AND a.decision_on <= w.ends_on)
     ORDER BY o.preferred_name, w.ends_on DESC, s.position, t.code`;
  return rows.map(({ on, ...row }) => ({ ...row, endsOn: isoDate(on) }));
}
