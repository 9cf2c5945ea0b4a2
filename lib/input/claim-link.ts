import { z } from "zod";
import type { ClaimLinkKind } from "@/lib/domain/claims/claim";
import { optionalAmount, optionalText } from "./fields";

export const CLAIM_LINK_KINDS = [
  "part_of",
  "amount_of",
  "overlaps",
  "replaces",
] as const satisfies readonly ClaimLinkKind[];

const key = z.uuid("errors.form.broken");
const kind = z.enum(CLAIM_LINK_KINDS, "claims.register.choose");
const code = z.string("claims.register.choose").min(1, "claims.register.choose").max(100);

export const claimLinkSchema = z.object({
  idempotencyKey: key,
  kind,
  to: code,
  overlap: optionalAmount,
  note: optionalText(1000),
});

/** A link by its three names, as one choice of a list. */
export const linkName = (link: { readonly kind: string; readonly from: string; readonly to: string }) =>
  JSON.stringify([link.kind, link.from, link.to]);

const named = z.string("claims.register.choose").transform((text, context) => {
  try {
    return z.tuple([kind, code, code]).parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: "custom", message: "claims.register.choose" });
    return z.NEVER;
  }
});

export const withdrawLinkSchema = z
  .object({
    idempotencyKey: key,
    link: named,
    reason: z
      .string("claims.linking.noWithdrawReason")
      .trim()
      .min(1, "claims.linking.noWithdrawReason")
      .max(1000),
  })
  .transform(({ link: [kindOf, from, to], ...rest }) => ({ ...rest, kind: kindOf, from, to }));
