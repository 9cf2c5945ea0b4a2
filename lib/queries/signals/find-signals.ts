import "server-only";
import { signalsOfYear } from "@/lib/db/signals/all-signals";
import { dispositionsOf, withDispositions } from "@/lib/db/signals/dispositions";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound } from "@/lib/domain/refusal";
import { type JudgedSignal, yearOfKey } from "@/lib/domain/signals/signal";

/** What stands out in a year, with what auditors said about it. */
export const listSignals = (
  grant: Grant<"signal:judge">,
  programmeId: string,
  year: number,
): Promise<readonly JudgedSignal[]> =>
  inContext(grant.actor, async (tx) =>
    withDispositions(tx, programmeId, await signalsOfYear(tx, programmeId, year)),
  );

/** One signal with everything that was said about it. @throws NotFound when nothing stands out by this key (any more). */
export const findSignal = (
  grant: Grant<"signal:judge">,
  programmeId: string,
  key: string,
): Promise<{
  readonly signal: JudgedSignal;
  readonly history: Awaited<ReturnType<typeof dispositionsOf>>;
}> =>
  inContext(grant.actor, async (tx) => {
    const year = yearOfKey(key);
    if (year === null) throw new NotFound(key);
    const found = (await signalsOfYear(tx, programmeId, year)).filter((one) => one.key === key);
    const [signal] = await withDispositions(tx, programmeId, found);
    if (signal === undefined) throw new NotFound(key);
    return { signal, history: await dispositionsOf(tx, programmeId, key) };
  });
