import { z } from "zod";
import type { FigureFilter } from "@/lib/domain/overview/figure-history";
import type { YearMeasure } from "@/lib/domain/overview/stream-figures";
import { type Asked, type AskedDates, one, readAsOf } from "./as-of";

const MEASURES = [
  "ceiling",
  "allocated",
  "free",
  "advanced",
  "spent",
] as const satisfies readonly YearMeasure[];

export { MEASURES as HISTORY_MEASURES };

export interface HistoryAsked extends AskedDates {
  readonly filter: FigureFilter;
  /** Only changes before this entry. */
  readonly before: bigint | null;
}

const code = z
  .string()
  .regex(/^[\p{L}\p{N}_-]{1,60}$/u)
  .nullable()
  .catch(null);

/** Which figure the address asks for; what cannot be read asks for all. */
export function readHistoryAsked(asked: Asked, now: Date): HistoryAsked {
  const part = (name: string) => one(asked[name]) || null;
  const [year, before] = [part("jaar"), part("voor")];
  return {
    ...readAsOf(asked, now),
    filter: {
      measure: z.enum(MEASURES).catch("allocated").parse(part("maat")),
      tranche: code.parse(part("tranche")),
      municipality: code.parse(part("gemeente")),
      year: year !== null && /^(?:19|20)\d{2}$/.test(year) ? Number(year) : null,
      allocation: z.uuid().nullable().catch(null).parse(part("toekenning")),
    },
    before: before !== null && /^[1-9]\d{0,17}$/.test(before) ? BigInt(before) : null,
  };
}

/** The same question as parts of an address. */
export const historyParts = ({
  filter,
  typed,
}: HistoryAsked): Readonly<Record<string, string | number | null>> => ({
  maat: filter.measure,
  tranche: filter.tranche,
  gemeente: filter.municipality,
  jaar: filter.year,
  toekenning: filter.allocation,
  ...typed,
});
