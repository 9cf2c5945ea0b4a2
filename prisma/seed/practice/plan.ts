import type { SeededRandom } from "./random";
import { AREAS, CEILINGS, STREAMS } from "./structure-data";

/** One allocation of the practice programme: amounts per year in cents. */
export interface PlannedAllocation {
  readonly stream: string;
  readonly tranche: string;
  readonly theme: string;
  readonly area: string;
  readonly municipality: string;
  readonly years: readonly { readonly year: number; readonly amount: bigint }[];
}

const STEP = 5_000_00n;
/** Percentage of every ceiling that the plan uses; the rest stays unallocated. */
const USED = 94n;

/** Every area gets every theme, within the ceiling of each year. */
export function planAllocations(random: SeededRandom): PlannedAllocation[] {
  return CEILINGS.flatMap(({ stream, tranche, years }) => {
    const themes = STREAMS.find(({ code }) => code === stream)?.themes ?? [];
    const parts = BigInt(AREAS.length * themes.length);
    return AREAS.flatMap((area) =>
      themes.map((theme) => ({
        stream,
        tranche,
        theme: theme.code,
        area: area.code,
        municipality: area.municipality,
        years: Object.entries(years).map(([year, ceiling]) => {
          const mean = (ceiling * USED) / (parts * 100n);
          const amount = (random.share(mean, 84n, 105n) / STEP) * STEP;
          return { year: Number(year), amount };
        }),
      })),
    );
  });
}

export type PlannedStatus = "accepted" | "returned" | "draft" | "submitted" | "signed" | "missing" | "zero";

const EXCEPTIONS: Readonly<Record<string, PlannedStatus>> = {
  "OW-1-2024/OEF05": "zero",
  "OW-1-2025/OEF04": "missing",
  "OW-2-2026-1/OEF03": "returned",
  "OW-2-2026-1/OEF04": "missing",
  "OW-2-2026-2/OEF01": "draft",
  "OW-2-2026-2/OEF02": "signed",
  "OW-2-2026-2/OEF03": "missing",
  "OW-2-2026-2/OEF04": "missing",
  "OW-2-2026-2/OEF05": "submitted",
  "OJ-1-2025/OEF03": "missing",
  "OWO-1-2025/OEF01": "signed",
};

/** Windows that have not opened on this date have no report; every other state occurs at least once. */
export function plannedStatus(
  window: { code: string; opensOn: string },
  municipality: string,
  loadedOn = "2026-11-01",
): PlannedStatus {
  if (window.opensOn > loadedOn) return "missing";
  return EXCEPTIONS[`${window.code}/${municipality}`] ?? "accepted";
}
