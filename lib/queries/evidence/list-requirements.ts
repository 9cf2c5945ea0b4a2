import "server-only";
import { isoDate } from "@/lib/db/dates";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { EvidenceKind } from "@/lib/domain/evidence/evidence-kind";
import { type Cents, cents } from "@/lib/domain/money";

export interface RequirementRow {
  readonly id: string;
  readonly stream: string;
  readonly validFrom: string;
  readonly kind: EvidenceKind | null;
  readonly threshold: Cents | null;
  readonly legalSource: string;
  readonly enteredBy: string;
}

/** Every setting of a programme, by stream and the latest first. */
export const listRequirements = (
  grant: Grant<"report:read">,
  programmeId: string,
): Promise<RequirementRow[]> =>
  inContext(grant.actor, async (tx) => {
    const rows = await tx.evidenceRequirement.findMany({
      where: { stream: { programmeId } },
      include: { stream: { select: { shortName: true } }, person: { select: { name: true } } },
      orderBy: [{ stream: { position: "asc" } }, { validFrom: "desc" }, { enteredAt: "desc" }],
    });
    return rows.map((row) => ({
      id: row.id,
      stream: row.stream.shortName,
      validFrom: isoDate(row.validFrom),
      kind: row.kind as EvidenceKind | null,
      threshold: row.thresholdCents === null ? null : cents(row.thresholdCents),
      legalSource: row.legalSource,
      enteredBy: row.person.name,
    }));
  });

/** Streams that this person's ministry owns today. */
export const ownStreams = (
  grant: Grant<"report:review">,
  programmeId: string,
): Promise<{ readonly id: string; readonly name: string }[]> =>
  inContext(grant.actor, async (tx) => {
    const owned = {
      role: "owner" as const,
      validTo: null,
      ministryId: { in: [...grant.actor.organisationIds] },
    };
    const rows = await tx.stream.findMany({
      where: { programmeId, ministries: { some: owned } },
      orderBy: { position: "asc" },
      select: { id: true, shortName: true },
    });
    return rows.map(({ id, shortName }) => ({ id, name: shortName }));
  });
