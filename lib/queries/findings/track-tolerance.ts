import "server-only";
import { findingsOfYear, spentInYear, tolerancesAt } from "@/lib/db/findings/tracked";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { readAs, type TrackedScheme, trackTolerance } from "@/lib/domain/findings/tolerance-tracker";
import { NotFound } from "@/lib/domain/refusal";
import { type Tolerance, type ToleranceReading, toleranceFor } from "@/lib/domain/sisa/tolerance";

export interface TrackedYear {
  /** As its source has it; null while none is recorded for the year. */
  readonly tolerance: Tolerance | null;
  readonly schemes: readonly TrackedScheme[];
}

/** Errors and uncertainties of every scheme in a year against the norm of that year. @throws NotFound */
export const findTolerance = (
  grant: Grant<"finding:read">,
  programmeId: string,
  asked: {
    readonly year: number;
    /** Code of a municipality. */
    readonly municipality: string | null;
    readonly reading: ToleranceReading | null;
    readonly knownAt: string | null;
  },
): Promise<TrackedYear> =>
  inContext(grant.actor, async (tx) => {
    const { year, municipality, reading, knownAt } = asked;
    const place =
      municipality === null ? null : await tx.organisation.findUnique({ where: { code: municipality } });
    if (municipality !== null && place === null) throw new NotFound(municipality);
    const of = { programmeId, year, municipalityId: place?.id ?? null, knownAt };
    const tolerance = toleranceFor(await tolerancesAt(tx, programmeId, knownAt), year);
    const schemes = trackTolerance(
      await spentInYear(tx, of),
      await findingsOfYear(tx, of),
      tolerance === null ? null : readAs(tolerance, reading),
    );
    return { tolerance, schemes };
  });
