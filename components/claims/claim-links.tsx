import { useLocale, useTranslations } from "next-intl";
import type { Claim } from "@/lib/domain/claims/claim";
import type { ClaimBook } from "@/lib/domain/claims/claim-book";
import { shortEuro } from "@/lib/views/calculations";
import { claimFigure, claimName } from "@/lib/views/claims";

type LinksProps = { claim: Claim; book: ClaimBook; base: string };

/** The claims that this one is part of, replaces or overlaps, and the other way round. */
export function ClaimLinks({ claim, book, base }: LinksProps) {
  const t = useTranslations("claims.claim");
  const locale = useLocale();
  const linked = book.claims.links.flatMap((link) => {
    const away = link.from === claim.code;
    if (!away && (link.to !== claim.code || link.kind === "part_of")) return [];
    const other = book.claims.find(away ? link.to : link.from);
    return other === null
      ? []
      : [{ ...link, other, word: away ? t(`link.${link.kind}`) : t(`linkBack.${link.kind}`) }];
  });
  if (linked.length === 0) return null;
  return (
    <section className="section" aria-labelledby="hoort-bij">
      <h2 id="hoort-bij">{t("links")}</h2>
      <ul className="plain tasks">
        {linked.map(({ other, word, kind, overlap, note }) => (
          <li key={kind + other.code + word}>
            <div>
              {word} <a href={`${base}/claims/${other.code}`}>{claimName(other, book, locale)}</a>
              <p>
                {[
                  claimFigure(other, locale),
                  overlap !== null && t("overlap", { amount: shortEuro(overlap, locale) }),
                  note,
                ]
                  .filter(Boolean)
                  .join("; ")}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
