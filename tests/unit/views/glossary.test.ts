import { describe, expect, it } from "vitest";
import { GLOSSARY } from "@/lib/domain/glossary";
import { SCHEME_TERMS } from "@/lib/domain/glossary-terms";
import { byLetter, searchGlossary, termBySlug } from "@/lib/views/glossary";

describe("the glossary", () => {
  it("has all 75 words of the schemes, each with an address of its own", () => {
    expect(SCHEME_TERMS).toHaveLength(75);
    expect(new Set(GLOSSARY.map((term) => term.slug)).size).toBe(GLOSSARY.length);
    for (const { slug } of GLOSSARY) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it("has both languages for every word, as sentences", () => {
    for (const term of GLOSSARY) {
      expect(term.definitionNl, term.slug).toMatch(/^[\p{Lu}€].*\.$/u);
      expect(term.definitionEn, term.slug).toMatch(/^[\p{Lu}€].*\.$/u);
      expect(term.definitionNl).not.toBe(term.definitionEn);
    }
  });

  it("says of a meaning that nobody checked that nobody checked it", () => {
    expect(termBySlug("reservering", "nl")?.term.evidence).toBe("unverified");
    expect(termBySlug("beschikking", "nl")?.term.evidence).toBe("found");
  });

  it("finds words in either language, without accents or capitals", () => {
    const found = (question: string) => searchGlossary(question, "nl").map(({ slug }) => slug);
    expect(found("BESCHIKKING")).toContain("beschikking");
    expect(found("ceiling")).toContain("uitkeringsplafond");
    expect(found("coördinator xyz")).toEqual([]);
    expect(found("  ")).toHaveLength(GLOSSARY.length);
  });

  it("puts the reader's language first", () => {
    expect(termBySlug("beschikking", "en")).toMatchObject({
      name: "decision",
      otherName: "beschikking",
      otherLocale: "nl",
    });
    expect(termBySlug("nergens", "nl")).toBeNull();
  });

  it("is in the order of the alphabet, under letters", () => {
    const letters = byLetter(searchGlossary("", "nl")).map(({ letter }) => letter);
    expect(letters).toEqual([...letters].sort());
    expect(new Set(letters).size).toBe(letters.length);
  });
});
