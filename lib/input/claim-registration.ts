import { z } from "zod";
import type { ClaimGrain, ClaimPrecision, VatBasis } from "@/lib/domain/claims/claim";
import { CLAIM_STATUSES } from "./claims";
import { optionalAmount, optionalDate, optionalText } from "./fields";

export const CLAIM_PRECISIONS = [
  "exact",
  "as_published",
  "rounded",
  "circa",
  "more_than",
  "almost",
] as const satisfies readonly ClaimPrecision[];
export const CLAIM_GRAINS = [
  "programme",
  "stream",
  "stream_tranche",
  "municipalities_together",
  "areas_together",
  "municipality",
  "area",
  "project",
  "per_area_or_municipality",
  "per_unit",
] as const satisfies readonly ClaimGrain[];
export const VAT_BASES = [
  "not_stated",
  "gross",
  "net_of_bcf",
  "excluding_vat",
] as const satisfies readonly VatBasis[];

const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values, "claims.register.choose");
const code = optionalText(100);

/** "zo'n 1,1 miljard" is an amount and how precise it is: two fields, and nobody guesses the noughts. */
const publishedAmount = z
  .string()
  .optional()
  .transform((text, context): string | undefined => {
    if (text === undefined || !/\p{L}{2,}/u.test(text)) return text;
    context.addIssue({ code: "custom", message: "claims.register.words" });
    return z.NEVER;
  })
  .pipe(optionalAmount);

const wholeNumber = z
  .string()
  .optional()
  .transform((text, context): bigint | null => {
    const bare = text?.trim() ?? "";
    if (bare === "") return null;
    if (/^(\d{1,3}(\.\d{3})+|\d+)$/.test(bare) && bare.length < 16) return BigInt(bare.replaceAll(".", ""));
    context.addIssue({ code: "custom", message: "claims.register.wholeNumber" });
    return z.NEVER;
  });

const address = optionalText(500).transform((text, context): string | null => {
  if (text === null || (/^https?:\/\//.test(text) && URL.canParse(text))) return text;
  context.addIssue({ code: "custom", message: "claims.register.address" });
  return z.NEVER;
});

export const claimRegistration = z
  .object({
    idempotencyKey: z.uuid("errors.form.broken"),
    source: code,
    newTitle: optionalText(200),
    newPublisher: optionalText(200),
    newDate: optionalDate,
    newAddress: address,
    place: optionalText(200),
    quote: optionalText(2000),
    amount: publishedAmount,
    units: wholeNumber,
    unitAmount: publishedAmount,
    unitName: optionalText(60),
    status: z.enum(CLAIM_STATUSES, "claims.register.choose"),
    statusVerb: optionalText(100),
    period: optionalText(100),
    vatBasis: oneOf(VAT_BASES),
    precision: oneOf(CLAIM_PRECISIONS),
    grain: oneOf(CLAIM_GRAINS),
    stream: code,
    municipality: code,
    area: code,
    note: optionalText(1000),
    replaces: code,
    replaceReason: optionalText(1000),
  })
  .transform(({ newTitle, newPublisher, newDate, newAddress, ...rest }) => ({
    ...rest,
    newSource: { title: newTitle, publisher: newPublisher, publishedOn: newDate, address: newAddress },
  }));
