import type { DeputyFile, DeputyLine } from "@/lib/domain/people/deputies";
import { isoDate } from "../dates";
import type { Tx } from "../transaction";

interface Row {
  readonly id: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly reason: string;
  readonly endedAt: Date | null;
  readonly organisation: { readonly preferredName: string };
}

const lineOf = (row: Row, { name }: { readonly name: string }): DeputyLine => ({
  id: row.id,
  name,
  organisation: row.organisation.preferredName,
  from: isoDate(row.validFrom),
  to: isoDate(row.validTo),
  reason: row.reason,
  endedAt: row.endedAt,
});

/** Who stands in for a person, for whom the person stands in, and who could. */
export async function readDeputies(tx: Tx, personId: string): Promise<DeputyFile> {
  const deputies = await tx.deputy.findMany({
    where: { principalId: personId },
    include: { organisation: true, deputy: true },
    orderBy: { validFrom: "desc" },
  });
  const principals = await tx.deputy.findMany({
    where: { deputyId: personId },
    include: { organisation: true, principal: true },
    orderBy: { validFrom: "desc" },
  });
  const candidates = await tx.$queryRaw<DeputyFile["candidates"][number][]>`
    SELECT DISTINCT o.id::text AS "organisationId", o.preferred_name AS organisation, p.id::text AS "personId", p.name
      FROM role_assignment own JOIN role_assignment r ON r.organisation_id = own.organisation_id AND r.person_id <> own.person_id
      JOIN organisation o ON o.id = own.organisation_id JOIN person p ON p.id = r.person_id
     WHERE own.person_id = ${personId}::uuid AND own.role = 'approver' AND own.ended_at IS NULL AND r.ended_at IS NULL
       AND r.role IN ('officer', 'approver') ORDER BY 2, 4`;
  return {
    deputies: deputies.map((row) => lineOf(row, row.deputy)),
    principals: principals.map((row) => lineOf(row, row.principal)),
    candidates,
  };
}
