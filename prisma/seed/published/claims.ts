import { z } from "zod";
import type { Claim } from "@/lib/domain/claims/claim";
import { codeOf, maybeCodeOf, maybeCount, maybeDay, maybeEuros, maybeText, oneOf } from "./cells";
import { readTable } from "./table";

export type KnownCodes = {
  readonly sources: ReadonlySet<string>;
  readonly streams: ReadonlySet<string>;
  readonly municipalities: ReadonlySet<string>;
  readonly areas: ReadonlySet<string>;
};

/** The figures that stand in running text in the sources: the leaflet and what was published after it. */
export function readClaims(known: KnownCodes): Claim[] {
  const row = z.object({
    code: z.string().regex(/^[a-z0-9-]+$/, "write a code in small letters, digits and hyphens"),
    stream: maybeCodeOf(known.streams, "a stream"),
    tranche: maybeText,
    source: codeOf(known.sources, "a source"),
    place: maybeText,
    quote: maybeText,
    amount_eur: maybeEuros,
    units: maybeCount,
    unit_eur: maybeEuros,
    unit_name: maybeText,
    band_low_eur: maybeEuros,
    band_high_eur: maybeEuros,
    status: oneOf(["reserved", "announced", "made_available", "proposed", "requested", "awarded", "paid"]),
    status_verb: maybeText,
    precision: oneOf(["exact", "as_published", "rounded", "circa", "more_than", "almost"]),
    precision_text: maybeText,
    grain: oneOf([
      "programme",
      "stream",
      "stream_tranche",
      "municipalities_together",
      "areas_together",
      "municipality",
      "per_area_or_municipality",
      "per_unit",
    ]),
    vat_basis: oneOf(["gross", "net_of_bcf", "excluding_vat", "not_stated"]),
    period: maybeText,
    published_on: maybeDay,
    published_text: maybeText,
    municipality: maybeCodeOf(known.municipalities, "a municipality"),
    recipient: maybeText,
    note: maybeText,
  });
  return readTable("claims.csv", row).map((claim) => ({
    code: claim.code,
    stream: claim.stream,
    tranche: claim.tranche,
    source: claim.source,
    place: claim.place,
    quote: claim.quote,
    amount: claim.amount_eur,
    units: claim.units,
    unitAmount: claim.unit_eur,
    unitName: claim.unit_name,
    band:
      claim.band_low_eur === null || claim.band_high_eur === null
        ? null
        : { low: claim.band_low_eur, high: claim.band_high_eur },
    statusVerb: claim.status_verb,
    status: claim.status,
    precision: claim.precision,
    precisionText: claim.precision_text,
    grain: claim.grain,
    vatBasis: claim.vat_basis,
    vatText: null,
    period: claim.period,
    publishedOn: claim.published_on,
    publishedText: claim.published_text,
    municipality: claim.municipality,
    recipientName: claim.recipient,
    recipientCode: claim.municipality,
    area: null,
    areaMatch: "not_applicable",
    areaMatchText: null,
    project: null,
    note: claim.note,
  }));
}

export function readClaimLinks(claims: ReadonlySet<string>) {
  const row = z.object({
    from: codeOf(claims, "a claim"),
    to: codeOf(claims, "a claim"),
    kind: oneOf(["amount_of", "replaces", "part_of", "overlaps"]),
    overlap_eur: maybeEuros,
    note: maybeText,
  });
  return readTable("claim_links.csv", row).map(({ overlap_eur, ...link }) => ({
    ...link,
    overlap: overlap_eur,
  }));
}
