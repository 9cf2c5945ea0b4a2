import { getLocale, getTranslations } from "next-intl/server";
import { type BookConflict, type ClaimBook, choicesOf, decidedReading } from "@/lib/domain/claims/claim-book";
import { sourceName } from "@/lib/views/claims";

/** The readings of a conflict by name: a claim that competes is named by its source. */
export async function readingNames(
  book: ClaimBook,
  conflict: BookConflict,
): Promise<ReadonlyMap<string, string>> {
  const [t, locale] = [await getTranslations("claims.reading"), await getLocale()];
  return new Map(
    choicesOf(book, conflict).map(({ code, claim }) => [
      code,
      claim === null ? t(code as "claimed") : sourceName(claim, book, locale),
    ]),
  );
}

/** Claims that a person chose where figures compete: those count from then on. */
export const decidedClaims = (book: ClaimBook): ReadonlySet<string> =>
  new Set(book.conflicts.flatMap((conflict) => decidedReading(conflict) ?? []));
