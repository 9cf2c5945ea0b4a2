import "server-only";
import { type AllocationQuery, type AllocationSqlRow, allocationRows } from "@/lib/db/allocations/list-rows";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type Cents, cents } from "@/lib/domain/money";

export interface AllocationList {
  readonly rows: readonly AllocationSqlRow[];
  readonly total: number;
  readonly allocated: Cents;
  readonly spent: Cents;
}

export const ALLOCATIONS_PER_PAGE = 50;

type Question = Omit<AllocationQuery, "limit" | "offset">;

/** One page of allocations with the totals of the whole question; the first page for one beyond the last. */
export async function listAllocations(
  grant: Grant<"allocation:read">,
  { page, ...query }: Question & { readonly page: number },
): Promise<AllocationList & { readonly page: number }> {
  const at = (one: number) =>
    read(grant, { ...query, limit: ALLOCATIONS_PER_PAGE, offset: (one - 1) * ALLOCATIONS_PER_PAGE });
  const list = await at(page);
  return list.rows.length > 0 || page === 1 ? { ...list, page } : { ...(await at(1)), page: 1 };
}

/** Every allocation of the question. */
export const exportAllocations = (
  grant: Grant<"allocation:read">,
  query: Question,
): Promise<AllocationList> => read(grant, { ...query, limit: null, offset: 0 });

async function read(grant: Grant<"allocation:read">, query: AllocationQuery): Promise<AllocationList> {
  const rows = await inContext(grant.actor, (tx) => allocationRows(tx, query));
  const [first] = rows;
  return {
    rows,
    total: first?.total ?? 0,
    allocated: cents(first?.totalAllocated ?? 0n),
    spent: cents(first?.totalSpent ?? 0n),
  };
}

export interface AllocationFilterOptions {
  readonly streams: readonly { code: string; name: string }[];
  readonly municipalities: readonly { code: string; name: string }[];
}

/** What this reader can choose: only streams and municipalities that occur in the allocations they may see. */
export const allocationFilterOptions = (
  grant: Grant<"allocation:read"> | Grant<"proposal:read">,
  programmeId: string,
): Promise<AllocationFilterOptions> =>
  inContext(grant.actor, async (tx) => {
    const rows = await tx.allocation.findMany({
      where: { programmeId },
      distinct: ["streamId", "municipalityId"],
      include: { stream: true, municipality: true },
    });
    const unique = (pairs: { code: string; name: string }[]) =>
      [...new Map(pairs.map((pair) => [pair.code, pair])).values()].sort((a, b) =>
        a.name.localeCompare(b.name, "nl"),
      );
    return {
      streams: unique(rows.map(({ stream }) => ({ code: stream.code, name: stream.shortName }))),
      municipalities: unique(
        rows.map(({ municipality }) => ({ code: municipality.code, name: municipality.preferredName })),
      ),
    };
  });
