import type { Cause } from "@/lib/domain/claims/find-conflicts";
import type { DifferenceCause } from "@/lib/views/status";

/** The causes that the checks name, as the signs know them. */
export const CAUSES: Readonly<Record<Cause, DifferenceCause>> = {
  source_conflict: "source_conflict",
  rounding: "rounding",
  norm_versus_ceiling: "norm_or_ceiling",
  outside_areas: "outside_areas",
  overlap: "overlap",
  gross_net_bcf: "vat_compensation",
  timing: "timing",
  not_published: "not_published",
  unexplained: "unexplained",
};
