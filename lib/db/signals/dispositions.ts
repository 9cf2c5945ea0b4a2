import { factsText, type JudgedSignal, type Judgement, type Signal } from "@/lib/domain/signals/signal";
import type { Tx } from "../transaction";

interface Row {
  readonly key: string;
  readonly facts: string;
  readonly judgement: Judgement;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** The signals with the last thing that was said about each. */
export async function withDispositions(
  tx: Tx,
  programmeId: string,
  signals: readonly Signal[],
): Promise<JudgedSignal[]> {
  const keys = JSON.stringify(signals.map(({ key }) => key));
  const rows = await tx.$queryRaw<Row[]>`
    SELECT DISTINCT ON (d.key) d.key, d.facts, d.judgement::text, d.reason, p.name AS by, d.decided_at AS at
      FROM signal_disposition d JOIN person p ON p.id = d.decided_by
     WHERE d.programme_id = ${programmeId}::uuid AND d.key IN (SELECT jsonb_array_elements_text(${keys}::jsonb))
     ORDER BY d.key, d.decided_at DESC, d.id DESC`;
  const last = new Map(rows.map((row) => [row.key, row]));
  return signals.map((signal) => {
    const found = last.get(signal.key);
    if (found === undefined) return { ...signal, judged: null };
    const { key: _, facts, ...judged } = found;
    return { ...signal, judged: { ...judged, current: facts === factsText(signal) } };
  });
}

/** Everything that was said about a signal, the last first. */
export async function dispositionsOf(tx: Tx, programmeId: string, key: string): Promise<Omit<Row, "key">[]> {
  const rows = await tx.signalDisposition.findMany({
    where: { programmeId, key },
    include: { person: { select: { name: true } } },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
  });
  return rows.map(({ facts, judgement, reason, person, decidedAt }) => ({
    facts,
    judgement,
    reason,
    by: person.name,
    at: decidedAt,
  }));
}
