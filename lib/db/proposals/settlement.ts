import { cents } from "@/lib/domain/money";
import type { SettledFacts } from "@/lib/domain/proposals/blocking-reasons";
import type { SettlementFacts } from "@/lib/domain/proposals/settlement-reasons";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";
import { exemption } from "../windows/exempt";

const RECIPIENT = Prisma.sql`al.municipality_id`;
const TODAY = Prisma.sql`security.today()`;

interface Programme {
  readonly id: string;
  readonly code: string;
}

/** What these allocations are settled on, in cents; one that is not settled, or was reopened, is absent. */
export async function settledOf(
  tx: Tx,
  programme: Programme,
  allocationIds: readonly string[],
): Promise<ReadonlyMap<string, SettledFacts>> {
  if (allocationIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; amount: bigint }[]>`
    SELECT asked.id::text AS id, coalesce((
        SELECT -sum(p.amount_cents) FROM posting p JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id
         WHERE p.programme_id = last.programme_id AND p.entry_seq = last.seq AND a.kind = 'settled'), 0)::bigint AS amount
      FROM unnest(${[...allocationIds]}::uuid[]) AS asked(id) CROSS JOIN LATERAL (
        SELECT e.programme_id, e.seq, e.kind FROM entry e
         WHERE e.allocation_id = asked.id AND e.programme_id = ${programme.id}::uuid AND e.kind IN ('settled', 'settlement_reopened')
         ORDER BY e.seq DESC LIMIT 1) last
     WHERE last.kind = 'settled'`;
  return new Map(
    rows.map(({ id, amount }) => [
      id,
      { amount: cents(amount), href: `/programma/${programme.code}/toekenningen/${id}/vaststellen` },
    ]),
  );
}

/** Everything that the settlement of one allocation is checked against, read in the transaction that decides. */
export async function settlementFacts(
  tx: Tx,
  programme: Programme,
  allocationId: string,
  except: string | null,
): Promise<SettlementFacts> {
  const base = `/programma/${programme.code}`;
  const years = await tx.$queryRaw<{ kind: string; year: number; amount: bigint }[]>`
    SELECT a.kind::text AS kind, a.year, sum(b.balance_cents)::bigint AS amount FROM allocation al
      JOIN account a ON a.programme_id = al.programme_id AND a.tranche_id = al.tranche_id AND a.theme_id = al.theme_id
       AND a.area_id = al.area_id AND a.kind IN ('allocated', 'spent')
      JOIN account_balance b ON b.account_id = a.id
     WHERE al.id = ${allocationId}::uuid AND b.balance_cents <> 0 GROUP BY a.kind, a.year ORDER BY a.year`;
  const of = (kind: string) =>
    years.flatMap((row) => (row.kind === kind ? [{ year: row.year, amount: cents(row.amount) }] : []));
  const awarded = of("allocated");
  const lastYear = awarded.at(-1)?.year ?? null;
  const windows = await tx.$queryRaw<
    { code: string; year: number; last: boolean; accepted: boolean; reportId: string | null }[]
  >`
    SELECT w.code, w.year, w.period = w.periods AS last, 
           coalesce(r.status = 'accepted', false) OR ${exemption(RECIPIENT, TODAY)} IS NOT NULL AS accepted, r.id::text AS "reportId"
      FROM allocation al JOIN reporting_window w ON w.programme_id = al.programme_id AND w.tranche_id = al.tranche_id
      LEFT JOIN report r ON r.window_id = w.id AND r.municipality_id = al.municipality_id
     WHERE al.id = ${allocationId}::uuid AND al.decision_on <= w.ends_on AND w.year <= ${lastYear ?? 0}
     ORDER BY w.ends_on`;
  const open = await tx.proposal.findMany({
    where: { allocationId, status: "proposed", ...(except === null ? {} : { id: { not: except } }) },
    orderBy: { number: "asc" },
  });
  const [{ today } = { today: "" }] = await tx.$queryRaw<{ today: string }[]>`
    SELECT to_char((now() AT TIME ZONE 'Europe/Amsterdam')::date, 'YYYY-MM-DD') AS today`;
  return {
    awarded: cents(awarded.reduce((all, { amount }) => all + amount, 0n)),
    spent: of("spent"),
    windows: windows.map(({ reportId, ...window }) => ({
      ...window,
      href: `${base}/rapportages${reportId === null ? "" : `/${reportId}`}`,
    })),
    lastYear,
    open: open.map(({ id, number }) => ({ number, href: `${base}/voorstellen/${id}` })),
    settled: (await settledOf(tx, programme, [allocationId])).has(allocationId),
    today,
  };
}
