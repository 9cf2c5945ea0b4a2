import type { CodeVersion } from "@/lib/domain/sisa/code-table";
import type { Tolerance } from "@/lib/domain/sisa/tolerance";
import type { Tx } from "../transaction";

/** Every version of every code table of a programme, the newest of each first. */
export async function readCodeVersions(tx: Tx, programmeId: string): Promise<CodeVersion[]> {
  const rows = await tx.sisaCode.findMany({
    where: { programmeId },
    include: { indicators: { orderBy: { position: "asc" } }, author: true },
    orderBy: [{ key: "asc" }, { version: "desc" }],
  });
  return rows.map(({ indicators, author, createdAt, ...row }) => ({
    streamId: row.streamId,
    year: row.year,
    version: row.version,
    scheme: row.scheme,
    code: row.code,
    source: row.source,
    reason: row.reason,
    by: author?.name ?? null,
    at: createdAt,
    indicators: indicators.map(({ number, label, control, measure }) => ({
      number,
      label,
      control,
      measure,
    })),
    notes: indicators.map(({ note }) => note),
  }));
}

/** What holds in a year, by stream: its last version of that year, else one that holds for every year. */
export function schemesOf(versions: readonly CodeVersion[], year: number): Map<string, CodeVersion> {
  const found = new Map<string, CodeVersion>();
  for (const exact of [false, true])
    for (const one of versions) {
      if (one.streamId === null || one.year !== (exact ? year : null)) continue;
      const known = found.get(one.streamId);
      if (known === undefined || known.year !== one.year || known.version < one.version)
        found.set(one.streamId, one);
    }
  return found;
}

export async function readTolerances(tx: Tx, programmeId: string): Promise<Tolerance[]> {
  const rows = await tx.sisaTolerance.findMany({
    where: { programmeId },
    orderBy: [{ firstYear: "desc" }, { version: "desc" }],
  });
  return rows.map(({ firstYear, version, errors, uncertainties, reading, source }) => ({
    firstYear,
    version,
    errors,
    uncertainties,
    reading,
    source,
  }));
}
