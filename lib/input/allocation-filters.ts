import { z } from "zod";

export const ALLOCATION_SORTS = ["nummer", "gebied", "toegekend", "besteed", "over"] as const;
export type AllocationSort = (typeof ALLOCATION_SORTS)[number];

const text = z
  .string()
  .trim()
  .max(60)
  .transform((value) => value || undefined)
  .optional()
  .catch(undefined);

/** The list's question, kept in its address. What cannot be read falls back to "everything". */
export const allocationFilters = z.object({
  geldstroom: text,
  gemeente: text,
  thema: text,
  zoek: text,
  volgorde: z.enum(ALLOCATION_SORTS).catch("nummer"),
  richting: z.enum(["op", "af"]).catch("op"),
  pagina: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type AllocationFilters = z.output<typeof allocationFilters>;
