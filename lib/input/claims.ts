import { z } from "zod";
import type { ClaimStatus } from "@/lib/domain/claims/claim";

const STATUSES = [
  "reserved",
  "announced",
  "made_available",
  "proposed",
  "requested",
  "awarded",
  "paid",
] as const satisfies readonly ClaimStatus[];
export const CLAIM_STATUSES: readonly ClaimStatus[] = STATUSES;

export interface ClaimFilters {
  readonly stream?: string;
  readonly status?: ClaimStatus;
  readonly source?: string;
}

const text = z
  .string()
  .max(100)
  .optional()
  .transform((value) => value || undefined);
const asked = z.object({
  geldstroom: text,
  stadium: z.union([z.literal("").transform(() => undefined), z.enum(STATUSES)]).optional(),
  bron: text,
});

/** What the address asks for; a choice that does not exist is left out, and `unread` says so. */
export function readClaimFilters(
  params: Readonly<Record<string, string | string[] | undefined>>,
  known: { readonly streams: ReadonlySet<string>; readonly sources: ReadonlySet<string> },
): { filters: ClaimFilters; unread: boolean } {
  const read = asked.safeParse(params);
  if (!read.success) return { filters: {}, unread: true };
  const { geldstroom, stadium, bron } = read.data;
  const stream = geldstroom !== undefined && known.streams.has(geldstroom) ? geldstroom : undefined;
  const source = bron !== undefined && known.sources.has(bron) ? bron : undefined;
  return { filters: { stream, status: stadium, source }, unread: stream !== geldstroom || source !== bron };
}
