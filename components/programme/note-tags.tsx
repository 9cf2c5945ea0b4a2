import { useLocale, useTranslations } from "next-intl";
import { CAUSES } from "@/components/claims/difference-causes";
import { DiffTag } from "@/components/signs/diff-tag";
import type { Claim } from "@/lib/domain/claims/claim";
import { type ClaimBook, checkOf, decidedReading } from "@/lib/domain/claims/claim-book";
import { exactCents } from "@/lib/domain/claims/value";
import { shortEuro } from "@/lib/views/calculations";

type Props = { claim: Claim; book: ClaimBook; base: string };

/** The open conflicts about this one figure, each with the difference it makes. */
export function NoteTags({ claim, book, base }: Props) {
  const t = useTranslations("status.cause");
  const locale = useLocale();
  const own = book.conflicts.filter(
    (one) =>
      one.kind === "source_conflict" &&
      one.claims[0] === claim.code &&
      decidedReading(one) === null &&
      one.claims.every((code) => book.claims.find(code)?.stream === claim.stream),
  );
  return own.flatMap((conflict) => {
    const [first] = checkOf(book, conflict)?.differences ?? [];
    if (first === undefined || first.calculation === null) return [];
    const amount = exactCents(first.calculation.value);
    return [
      <span key={conflict.code}>
        <br />
        <DiffTag cause={CAUSES[first.cause]} href={`${base}/bronconflicten/${conflict.code}`}>
          {t(CAUSES[first.cause])} {amount !== null && shortEuro(amount, locale)}
        </DiffTag>
      </span>,
    ];
  });
}
