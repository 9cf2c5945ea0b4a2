import { join } from "node:path";
import Drawing from "pdfkit";

const FONTS = join(process.cwd(), "node_modules/@fontsource/fira-sans/files");
const font = (part: string) => join(FONTS, `fira-sans-${part}-normal.woff`);

export const MARGIN = 36;
const FOOT = 24;
/** 1 January 1980: the same content always gives the same bytes, as in the archives of zip.ts. */
const NO_DATE = new Date(Date.UTC(1980, 0, 1));

/**
 * Also the standard for documents that everybody can read: PDF/UA. PDF/A knows its name only when the document itself says
 * what the name stands for.
 */
const ACCESSIBLE = `
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
                <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
                <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
                    <pdfaProperty:name>part</pdfaProperty:name>
                    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                    <pdfaProperty:category>internal</pdfaProperty:category>
                    <pdfaProperty:description>Part of the PDF/UA standard that the document conforms to</pdfaProperty:description>
                </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>`;

export type Tagged = InstanceType<typeof Drawing>;

/** A tagged document for the archive (PDF/A-2a): its fonts and what its colours mean inside it, the same everywhere. */
export function newDocument(title: string, language: string, large: boolean): Tagged {
  const doc = new Drawing({
    size: large ? "A3" : "A4",
    layout: "landscape",
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT },
    pdfVersion: "1.7",
    tagged: true,
    subset: "PDF/A-2a",
    lang: language,
    displayTitle: true,
    // None to begin with: a font that is also registered by name would be read again at every word.
    font: null as unknown as string,
    autoFirstPage: false,
    info: {
      Title: title,
      Producer: "Geldstroom",
      Creator: "Geldstroom",
      CreationDate: NO_DATE,
    },
  });
  (doc as unknown as { appendXML: (xml: string) => void }).appendXML(ACCESSIBLE);
  doc.registerFont("text", font("latin-400"));
  doc.registerFont("strong", font("latin-600"));
  doc.registerFont("extended", font("latin-ext-400"));
  return doc;
}

interface Font {
  readonly font: { readonly hasGlyphForCodePoint: (code: number) => boolean };
}

/** Which signs a font has; asked once a sign. What it has not would be an empty box without a meaning. */
export class Covered {
  readonly #known = new Map<string, boolean>();
  readonly #doc: Tagged;

  constructor(doc: Tagged) {
    this.#doc = doc;
  }

  has(name: "text" | "strong" | "extended", sign: string): boolean {
    const key = name + sign;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { _font } = this.#doc.font(name) as unknown as { _font: Font };
    const has = _font.font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);
    this.#known.set(key, has);
    return has;
  }
}

/** What stands on every page and is no part of the text: practice mark, checkpoint and number of the page. */
export function foot(doc: Tagged, left: string, right: string): void {
  const { width, height } = doc.page;
  const room = width - 2 * MARGIN;
  const y = height - MARGIN - 8;
  const bottom = doc.page.margins.bottom;
  // Below the margin of the text, where writing would begin a new page.
  doc.page.margins.bottom = 0;
  doc.markContent("Artifact", { type: "Pagination" });
  doc.font("text").fontSize(7).fillColor("#4a5866");
  doc.text(left, MARGIN, y, { width: room * 0.85, lineBreak: false });
  doc.text(right, MARGIN, y, { width: room, align: "right", lineBreak: false });
  doc.endMarkedContent();
  doc.fillColor("#15202b");
  doc.page.margins.bottom = bottom;
}
