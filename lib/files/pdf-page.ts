import { join } from "node:path";
import Drawing from "pdfkit";

const FONTS = join(process.cwd(), "node_modules/@fontsource/fira-sans/files");
const font = (part: string) => join(FONTS, `fira-sans-${part}-normal.woff`);

export const MARGIN = 36;
const FOOT = 24;
/** 1 January 1980: the same content always gives the same bytes, as in the archives of zip.ts. */
const NO_DATE = new Date(Date.UTC(1980, 0, 1));

/** The standard for documents that everybody can read; newer than the types of the package. */
const PDF_UA = "PDF/UA" as string as "PDF/A-2a";

export type Tagged = InstanceType<typeof Drawing>;

/** A tagged document with its fonts inside it, so that it looks and reads the same everywhere. */
export function newDocument(title: string, language: string, large: boolean): Tagged {
  const doc = new Drawing({
    size: large ? "A3" : "A4",
    layout: "landscape",
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT },
    pdfVersion: "1.7",
    tagged: true,
    subset: PDF_UA,
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
      ModDate: NO_DATE,
    },
  });
  doc.registerFont("text", font("latin-400"));
  doc.registerFont("strong", font("latin-600"));
  doc.registerFont("extended", font("latin-ext-400"));
  return doc;
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
