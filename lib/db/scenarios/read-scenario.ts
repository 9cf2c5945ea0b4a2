import { cents } from "@/lib/domain/money";
import { NotFound } from "@/lib/domain/refusal";
import type { PresentCell } from "@/lib/domain/scenarios/effect";
import type { ScenarioLine, ScenarioPlace } from "@/lib/domain/scenarios/scenario";
import type { Tx } from "../transaction";

export interface StoredScenario {
  readonly id: string;
  readonly name: string;
  readonly author: string;
  readonly authorId: string;
  readonly shared: boolean;
  readonly createdAt: Date;
  readonly proposedAt: Date | null;
  readonly batches: readonly { readonly id: string; readonly number: string }[];
  readonly lines: readonly ScenarioLine[];
}

/** A scenario with its lines as places of today. @throws NotFound also for one that was not shared with this reader. */
export async function readScenario(tx: Tx, programmeId: string, id: string): Promise<StoredScenario> {
  const row = await tx.scenario.findUnique({
    where: { id },
    include: { author: true, lines: { orderBy: { id: "asc" } } },
  });
  if (row === null || row.programmeId !== programmeId) throw new NotFound(id);
  const batches = await tx.batch.findMany({
    where: { id: { in: row.batchIds } },
    select: { id: true, number: true },
    orderBy: { number: "asc" },
  });
  const lines: ScenarioLine[] = [];
  for (const line of row.lines) {
    const from = line.fromAllocationId === null ? null : await allocatedPlace(tx, line.fromAllocationId);
    const to =
      line.toAreaId === null || line.toThemeId === null
        ? null
        : await placeNow(tx, line.trancheId, line.toThemeId, line.toAreaId);
    lines.push({ id: line.id, trancheId: line.trancheId, from, to, years: readYears(line.years) });
  }
  return {
    id: row.id,
    name: row.name,
    author: row.author.name,
    authorId: row.createdBy,
    shared: row.shared,
    createdAt: row.createdAt,
    proposedAt: row.proposedAt,
    batches,
    lines,
  };
}

const readYears = (stored: unknown) =>
  (stored as readonly { readonly year: number; readonly amount: string }[]).map(({ year, amount }) => ({
    year,
    amount: cents(BigInt(amount)),
  }));

const PLACE = {
  stream: true,
  theme: true,
  area: true,
  municipality: true,
} as const;

async function allocatedPlace(tx: Tx, id: string) {
  const row = await tx.allocation.findUnique({ where: { id }, include: PLACE });
  if (row === null) throw new NotFound(id);
  return {
    allocationId: row.id,
    trancheId: row.trancheId,
    themeId: row.themeId,
    areaId: row.areaId,
    streamId: row.streamId,
    stream: row.stream.shortName,
    municipalityId: row.municipalityId,
    municipality: row.municipality.preferredName,
    area: row.area.name,
    themeNl: row.theme.nameNl,
    themeEn: row.theme.nameEn,
  };
}

/** The place as it is today: with its allocation when it has one by now. */
async function placeNow(tx: Tx, trancheId: string, themeId: string, areaId: string): Promise<ScenarioPlace> {
  const allocation = await tx.allocation.findFirst({
    where: { trancheId, themeId, areaId },
    orderBy: { number: "desc" },
  });
  if (allocation !== null) return allocatedPlace(tx, allocation.id);
  const tranche = await tx.tranche.findUniqueOrThrow({ where: { id: trancheId }, include: { stream: true } });
  const theme = await tx.theme.findUniqueOrThrow({ where: { id: themeId } });
  const area = await tx.area.findUniqueOrThrow({ where: { id: areaId }, include: { municipality: true } });
  return {
    allocationId: null,
    trancheId,
    themeId,
    areaId,
    streamId: tranche.streamId,
    stream: tranche.stream.shortName,
    municipalityId: area.municipalityId,
    municipality: area.municipality.preferredName,
    area: area.name,
    themeNl: theme.nameNl,
    themeEn: theme.nameEn,
  };
}

/** What is allocated now, per stream, area and year. */
export async function presentCells(tx: Tx, programmeId: string): Promise<PresentCell[]> {
  const rows = await tx.$queryRaw<PresentCell[]>`
    SELECT a.stream_id::text AS "streamId", s.short_name AS stream, a.municipality_id::text AS "municipalityId",
           m.preferred_name AS municipality, a.area_id::text AS "areaId", r.name AS area, a.year,
           sum(b.balance_cents)::bigint AS amount
      FROM account a JOIN account_balance b ON b.account_id = a.id JOIN stream s ON s.id = a.stream_id
      JOIN organisation m ON m.id = a.municipality_id JOIN area r ON r.id = a.area_id
     WHERE a.programme_id = ${programmeId}::uuid AND a.kind = 'allocated' AND b.balance_cents <> 0
     GROUP BY 1, 2, 3, 4, 5, 6, 7`;
  return rows.map((row) => ({ ...row, amount: cents(row.amount) }));
}
