import type { Actor } from "@/lib/domain/access";
import { cents, sum } from "@/lib/domain/money";
import type { OpenProposal } from "@/lib/domain/work";
import type { Tx } from "../transaction";

/** Single proposals of the ministry's own streams that are not decided yet; drafts only one's own. Oldest first. */
export async function openProposals(tx: Tx, programmeId: string, actor: Actor): Promise<OpenProposal[]> {
  const owned = { role: "owner" as const, validTo: null, ministryId: { in: [...actor.organisationIds] } };
  const rows = await tx.proposal.findMany({
    where: {
      programmeId,
      batchId: null,
      stream: { ministries: { some: owned } },
      OR: [
        { status: { in: ["proposed", "returned"] } },
        { status: "draft", createdBy: actor.personId ?? undefined },
      ],
    },
    include: {
      stream: true,
      area: true,
      author: true,
      lines: true,
      approvals: {
        where: { outcome: "returned" },
        include: { person: true },
        orderBy: { at: "desc" },
        take: 1,
      },
    },
    orderBy: { updatedAt: "asc" },
  });
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    kind: row.kind,
    status: row.status as OpenProposal["status"],
    stream: row.stream.shortName,
    place: row.area?.name ?? null,
    author: row.author.name,
    own: row.createdBy === actor.personId,
    total: sum(row.lines.map(({ amountCents }) => cents(amountCents))),
    returnReason: row.approvals[0]?.reason ?? null,
    returnedBy: row.approvals[0]?.person.name ?? null,
  }));
}
