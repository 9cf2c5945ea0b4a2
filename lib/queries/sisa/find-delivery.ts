import "server-only";
import { type Delivery, frozenText, readBridge, readDelivery } from "@/lib/db/sisa/deliveries";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound } from "@/lib/domain/refusal";
import type { BridgeLine } from "@/lib/domain/sisa/bridge";

export interface FrozenDelivery extends Delivery {
  /** The bytes that the hash is of. */
  readonly text: string;
  readonly bridge: readonly BridgeLine[];
}

/** A version as it was frozen. @throws NotFound also for one that the reader may not see */
export const findDelivery = (
  grant: Grant<"report:read">,
  programmeId: string,
  id: string,
): Promise<FrozenDelivery> =>
  inContext(grant.actor, async (tx) => {
    const delivery = await readDelivery(tx, programmeId, id);
    if (delivery === null) throw new NotFound(id);
    return { ...delivery, text: await frozenText(tx, id), bridge: await readBridge(tx, id) };
  });
