import { useLocale } from "next-intl";
import { SourceLink } from "@/components/signs/source-link";
import type { Claim } from "@/lib/domain/claims/claim";
import type { ClaimBook } from "@/lib/domain/claims/claim-book";
import { sourceName } from "@/lib/views/claims";

/** Where a published figure comes from; leads to the claim, which has the words and the address. */
export function ClaimSource({ claim, book, base }: { claim: Claim; book: ClaimBook; base: string }) {
  const locale = useLocale();
  return (
    <SourceLink href={`${base}/claims/${claim.code}`} wrap>
      {sourceName(claim, book, locale)}
    </SourceLink>
  );
}
