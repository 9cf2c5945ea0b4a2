import { GLOSSARY } from "@/lib/domain/glossary";
import type { GlossaryTerm } from "@/lib/domain/glossary-term";
import type { Locale } from "./locale";

/** A term as one language shows it first, the other beside it. */
export type TermView = {
  readonly slug: string;
  readonly name: string;
  readonly otherName: string;
  readonly otherLocale: Locale;
  readonly definition: string;
  readonly term: GlossaryTerm;
};

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

function view(term: GlossaryTerm, locale: Locale): TermView {
  const dutch = locale === "nl";
  return {
    slug: term.slug,
    name: dutch ? term.nl : term.en,
    otherName: dutch ? term.en : term.nl,
    otherLocale: dutch ? "en" : "nl",
    definition: dutch ? term.definitionNl : term.definitionEn,
    term,
  };
}

/** Every word of the question must occur in the term, in either language. Accents and capitals do not count. */
export function searchGlossary(question: string, locale: Locale): TermView[] {
  const words = plain(question).split(/\s+/).filter(Boolean);
  const order = new Intl.Collator(locale === "nl" ? "nl" : "en-GB");
  return GLOSSARY.filter((term) => {
    const text = plain([term.nl, term.en, term.definitionNl, term.definitionEn].join(" "));
    return words.every((word) => text.includes(word));
  })
    .map((term) => view(term, locale))
    .sort((a, b) => order.compare(a.name, b.name));
}

/** One term for an explanation in place; null when nobody wrote it down. */
export function termBySlug(slug: string, locale: Locale): TermView | null {
  const term = GLOSSARY.find((candidate) => candidate.slug === slug);
  return term === undefined ? null : view(term, locale);
}

export type LetterGroup = { readonly letter: string; readonly terms: readonly TermView[] };

/** Terms under their first letter; figures and signs come first under "#". */
export function byLetter(terms: readonly TermView[]): LetterGroup[] {
  const groups = new Map<string, TermView[]>();
  for (const term of terms) {
    const first = plain(term.name).charAt(0).toUpperCase();
    const letter = /[A-Z]/.test(first) ? first : "#";
    groups.set(letter, [...(groups.get(letter) ?? []), term]);
  }
  return [...groups].map(([letter, found]) => ({ letter, terms: found }));
}
