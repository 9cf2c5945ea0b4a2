import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { termBySlug } from "@/lib/views/glossary";

type GlossaryTermProps = { slug: string; children?: ReactNode };

/**
 * A word that explains itself in place. The card is a popover of the browser's own: it opens with a click or the
 * keyboard, closes with Escape, and needs no script.
 */
export function GlossaryTerm({ slug, children }: GlossaryTermProps) {
  const t = useTranslations("glossary.term");
  const locale = useLocale();
  const id = useId();
  const term = termBySlug(slug, locale);
  if (term === null) return children;
  return (
    <>
      <button type="button" className="term" popoverTarget={id}>
        {children ?? term.name}
      </button>
      <span className="term-card" id={id} popover="auto">
        <strong>{term.name}</strong>
        <span>{term.definition}</span>
        {term.term.evidence === "unverified" && <span className="small muted">{t("unverified")}</span>}
        <span>
          <a href={`/begrippen#${term.slug}`}>{t("more")}</a>
        </span>
      </span>
    </>
  );
}
