import { useLocale } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { AmountText } from "@/components/signs/amount-text";
import type { Claim } from "@/lib/domain/claims/claim";
import { claimParts, perUnit, qualifier } from "@/lib/views/claims";

/** A published amount in a column of euros, with the reserve of its source and no cents that it has not. */
export function ClaimAmount({ claim, href }: { claim: Claim; href?: string }) {
  const locale = useLocale();
  const parts = claimParts(claim, locale);
  if (parts === null) return <Absent reason="not_published" />;
  const reserve = qualifier(claim, locale);
  const unit = perUnit(claim);
  return (
    <>
      {reserve !== undefined && <span className="muted">{reserve} </span>}
      <AmountText parts={parts} href={href} />
      {parts.cents === "" && <span className="no-cents" />}
      {unit !== undefined && (
        <span className="meta" lang="nl">
          {unit}
        </span>
      )}
    </>
  );
}
