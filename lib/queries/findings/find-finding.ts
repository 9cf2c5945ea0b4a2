import "server-only";
import { readFindingEvents, readFollowed } from "@/lib/db/findings/finding-events";
import { type FindingFilter, readFindings } from "@/lib/db/findings/read-findings";
import { inContext, LONG, type Tx } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { Finding } from "@/lib/domain/findings/finding";
import { cents } from "@/lib/domain/money";
import { NotFound } from "@/lib/domain/refusal";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function wholeOf(
  tx: Tx,
  { writtenBy, ...row }: Awaited<ReturnType<typeof readFindings>>[number],
  personId: string | null,
): Promise<Finding> {
  return {
    ...row,
    own: writtenBy === personId,
    ministryIds: await ownersOf(tx, row.stream?.id ?? null),
    events: await readFindingEvents(tx, row.id),
    ...(await readFollowed(tx, row.id)),
  };
}

async function ownersOf(tx: Tx, streamId: string | null): Promise<string[]> {
  if (streamId === null) return [];
  const rows = await tx.streamMinistry.findMany({
    where: { streamId, role: "owner", validTo: null },
    select: { ministryId: true },
  });
  return rows.map(({ ministryId }) => ministryId);
}

/** @throws NotFound also for what was not issued, or is about another municipality. */
export const findFinding = (
  grant: Grant<"finding:read">,
  programmeId: string,
  id: string,
): Promise<Finding> =>
  inContext(grant.actor, async (tx) => {
    const [row] = UUID.test(id) ? await readFindings(tx, programmeId, { id }) : [];
    if (row === undefined) throw new NotFound(id);
    return wholeOf(tx, row, grant.actor.personId);
  });

/** Findings with their whole history, for a package: of a programme, or of one stream, municipality or year in it. */
export const exportFindings = (
  grant: Grant<"finding:read">,
  programmeId: string,
  filter: FindingFilter = {},
): Promise<readonly Finding[]> =>
  inContext(
    grant.actor,
    async (tx) => {
      const found: Finding[] = [];
      for (const row of await readFindings(tx, programmeId, filter))
        found.push(await wholeOf(tx, row, grant.actor.personId));
      return found;
    },
    LONG,
  );

/** What a new finding begins with. */
export interface FindingStart {
  readonly streamId: string | null;
  readonly municipalityId: string | null;
  readonly year: number | null;
  readonly nature: "error" | "uncertainty" | null;
  readonly amount: bigint | null;
  readonly remark: string | null;
  readonly entries: readonly bigint[];
  readonly sampleId: string | null;
  readonly title?: string;
}

/** Where an entry is booked and, when it is an item of the sample, what was established about it. */
export const findStart = (
  grant: Grant<"finding:write">,
  programmeId: string,
  { seq, sample }: { readonly seq: bigint | null; readonly sample: string | null },
): Promise<FindingStart | null> =>
  inContext(grant.actor, async (tx) => {
    if (seq === null) return null;
    const entry = await tx.entry.findUnique({
      where: { programmeId_seq: { programmeId, seq } },
      include: { postings: { include: { account: { select: { kind: true, year: true } } } } },
    });
    if (entry === null) return null;
    const item =
      sample === null
        ? null
        : await tx.sampleItem.findFirst({
            where: { sampleId: sample, programmeId, seq },
            include: { results: { orderBy: { version: "desc" }, take: 1 } },
          });
    const [last] = item?.results ?? [];
    const uncertain = last?.uncertainCents ?? 0n;
    const error = item && last?.auditedCents != null ? item.amountCents - last.auditedCents - uncertain : 0n;
    const spent = entry.postings.find(({ account }) => account.kind === "spent");
    return {
      streamId: entry.streamId,
      municipalityId: entry.municipalityId,
      year: spent?.account.year ?? null,
      nature: error > 0n ? "error" : uncertain > 0n ? "uncertainty" : null,
      amount: error > 0n ? cents(error) : uncertain > 0n ? cents(uncertain) : null,
      remark: last?.remark ?? null,
      entries: [seq],
      sampleId: item === null ? null : sample,
    };
  });
