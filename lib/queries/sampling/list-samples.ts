import "server-only";
import { readMinimums } from "@/lib/db/sampling/minimums";
import { readSamples, type SampleRow } from "@/lib/db/sampling/read-sample";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { SampleMinimum } from "@/lib/domain/sampling/minimum";

export type { SampleRow };

/** Every sample of a programme, the last drawn first, and from which amount a scheme has an item of its own. */
export const listSamples = (
  grant: Grant<"sample:manage">,
  programmeId: string,
): Promise<{ readonly samples: readonly SampleRow[]; readonly minimums: readonly SampleMinimum[] }> =>
  inContext(grant.actor, async (tx) => ({
    samples: await readSamples(tx, programmeId),
    minimums: await readMinimums(tx, programmeId),
  }));
