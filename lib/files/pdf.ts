import { setImmediate } from "node:timers/promises";
import type { Cell, Column, Statement, Table } from "./cell";
import { Covered, foot, MARGIN, newDocument, type Tagged } from "./pdf-page";
import { columnWidths, isNumber, type Notation, printed, runsOf } from "./printed-table";
import { RowsAhead } from "./rows-ahead";

export interface PdfPlan extends Notation {
  readonly title: string;
  readonly table: Table;
  readonly statement: Statement;
  readonly words: {
    readonly statement: string;
    readonly page: (number: number) => string;
    /** Said at the end when there are more rows than a print holds. */
    readonly more: (most: number) => string;
  };
  /** At the foot of every page: practice data, checkpoint. */
  readonly mark: string;
  readonly mostRows?: number;
}

/** More is no longer read from paper; the other formats have every row. */
const MOST_ROWS = 5000;
const SIZE = 8;
const GAP = 6;
/** "Could not be shown": the fonts have it. */
const UNKNOWN = "\ufffd";
/** Characters that fit across the smaller page. */
const WIDE = 230;

/** A table and what it is, for print and for screen readers: tagged, with its fonts inside. */
export async function* pdf(plan: PdfPlan): AsyncGenerator<Uint8Array> {
  const wide = plan.table.columns.reduce((all, { width }) => all + width, 0) > WIDE;
  const doc = newDocument(plan.title, plan.language, wide);
  const written = write(doc, plan).catch((error: unknown) => {
    doc.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  for await (const piece of doc) yield piece as Uint8Array;
  await written;
}

async function write(doc: Tagged, plan: PdfPlan): Promise<void> {
  const source = new RowsAhead(plan.table.rows);
  const most = plan.mostRows ?? MOST_ROWS;
  const rows: (readonly Cell[])[] = [];
  let more = false;
  try {
    for await (const cells of source.take(most)) rows.push(cells);
    more = await source.more();
  } finally {
    await source.close();
  }
  const texts = rows.map((cells) =>
    plan.table.columns.map((_, index) => printed(cells[index] ?? null, plan)),
  );
  const paper = new Paper(doc, plan, rows, texts);
  const root = doc.struct("Document", { title: plan.title });
  doc.addStructure(root);
  root.add(doc.struct("H1", {}, () => paper.line(plan.title, 16, "strong")));
  root.add(doc.struct("H2", {}, () => paper.line(plan.words.statement, 10, "strong")));
  const facts = doc.struct("Table");
  root.add(facts);
  for (const { name, value } of plan.statement) paper.fact(facts, name, printed(value, plan));
  facts.end();
  if (more) root.add(doc.struct("P", {}, () => paper.line(plan.words.more(most), SIZE, "strong")));
  paper.space(10);
  const table = doc.struct("Table");
  root.add(table);
  paper.head(table);
  for (const [index, cells] of rows.entries()) {
    paper.row(table, cells, texts[index] ?? []);
    // Drawing is all thought and no waiting: others get their turn between rows.
    if (index % 100 === 99) await setImmediate();
  }
  table.end();
  root.end();
  doc.end();
}

type Element = ReturnType<Tagged["struct"]>;

/** Where the next line goes, page after page. */
class Paper {
  readonly #doc: Tagged;
  readonly #plan: PdfPlan;
  readonly #widths: readonly number[];
  /** Columns of numbers, heads included. */
  readonly #right: readonly boolean[];
  readonly #covered: Covered;
  #y = MARGIN;
  #page = 0;

  constructor(
    doc: Tagged,
    plan: PdfPlan,
    rows: readonly (readonly Cell[])[],
    texts: readonly (readonly string[])[],
  ) {
    this.#doc = doc;
    this.#plan = plan;
    this.#covered = new Covered(doc);
    this.#turn();
    this.#widths = columnWidths(plan.table.columns, rows, texts, { room: this.#room, size: SIZE, gap: GAP });
    this.#right = plan.table.columns.map((_, index) => rows.some((cells) => isNumber(cells[index] ?? null)));
  }

  get #room(): number {
    return this.#doc.page.width - 2 * MARGIN;
  }

  #turn(): void {
    this.#doc.addPage();
    this.#page += 1;
    foot(this.#doc, this.#plan.mark, this.#plan.words.page(this.#page));
    this.#y = MARGIN;
  }

  #fits(height: number): boolean {
    return this.#y + height <= this.#doc.page.height - this.#doc.page.margins.bottom;
  }

  space(points: number): void {
    this.#y += points;
  }

  line(text: string, size: number, font: "text" | "strong"): void {
    const shown = this.#readable(text, font);
    this.#doc.font(font).fontSize(size);
    const height = this.#doc.heightOfString(shown, { width: this.#room });
    if (!this.#fits(height)) this.#turn();
    this.#doc.font(font).fontSize(size).text(shown, MARGIN, this.#y, { width: this.#room });
    this.#y += height + 4;
  }

  fact(table: Element, name: string, value: string): void {
    const widths = [this.#room * 0.25, this.#room * 0.75];
    this.#cells(table, [name, value], widths, (index) => ({
      head: index === 0 ? "Row" : null,
      right: false,
    }));
  }

  head(table: Element): void {
    const titles = this.#plan.table.columns.map(({ title }: Column) => title);
    this.#cells(table, titles, this.#widths, (index) => ({
      head: "Column",
      right: this.#right[index] === true,
    }));
    this.#rule();
  }

  row(table: Element, cells: readonly Cell[], texts: readonly string[]): void {
    this.#cells(table, texts, this.#widths, (index) => ({
      head: null,
      right: this.#right[index] === true && cells[index] !== null,
    }));
  }

  #rule(): void {
    const doc = this.#doc;
    doc.markContent("Artifact", { type: "Layout" });
    doc
      .moveTo(MARGIN, this.#y - 2)
      .lineTo(MARGIN + this.#room, this.#y - 2)
      .lineWidth(0.5)
      .stroke("#15202b");
    doc.endMarkedContent();
  }

  /** The titles again on a new page: seen, and not read aloud once more. */
  #titlesAgain(): void {
    const doc = this.#doc;
    doc.markContent("Artifact", { type: "Layout" });
    const titles = this.#plan.table.columns.map(({ title }) => title);
    const height = this.#height(titles, this.#widths, "strong");
    this.#draw(titles);
    doc.endMarkedContent();
    this.#y += height;
    this.#rule();
  }

  #cells(
    table: Element,
    texts: readonly string[],
    widths: readonly number[],
    look: (index: number) => { readonly head: "Row" | "Column" | null; readonly right: boolean },
  ): void {
    const doc = this.#doc;
    const height = this.#height(texts, widths, look(0).head === "Column" ? "strong" : "text");
    if (!this.#fits(height)) {
      this.#turn();
      if (widths === this.#widths) this.#titlesAgain();
    }
    const row = doc.struct("TR");
    table.add(row);
    let x = MARGIN;
    for (const [index, text] of texts.entries()) {
      const { head, right } = look(index);
      const at = x;
      const width = (widths[index] ?? 0) - GAP;
      const cell = doc.struct(head === null ? "TD" : "TH", {}, () =>
        this.#text(text, at, width, head === null ? "text" : "strong", right),
      );
      if (head !== null) scope(cell, head);
      row.add(cell);
      x += widths[index] ?? 0;
    }
    row.end();
    this.#y += height;
  }

  #draw(titles: readonly string[]): void {
    let x = MARGIN;
    for (const [index, title] of titles.entries()) {
      const width = this.#widths[index] ?? 0;
      this.#text(title, x, width - GAP, "strong", this.#right[index] === true);
      x += width;
    }
  }

  #text(text: string, x: number, width: number, font: "text" | "strong", right: boolean): void {
    const doc = this.#doc;
    const runs = runsOf(this.#readable(text === "" ? " " : text, font));
    for (const [index, run] of runs.entries()) {
      doc.font(run.extended ? "extended" : font).fontSize(SIZE);
      const options = {
        width,
        align: right ? ("right" as const) : ("left" as const),
        continued: index < runs.length - 1,
      };
      if (index === 0) doc.text(run.text, x, this.#y, options);
      else doc.text(run.text, options);
    }
  }

  /** With a sign that says so for what none of the fonts has. */
  #readable(text: string, font: "text" | "strong"): string {
    return runsOf(text)
      .map(({ extended, text: run }) =>
        Array.from(run, (sign) =>
          this.#covered.has(extended ? "extended" : font, sign) ? sign : UNKNOWN,
        ).join(""),
      )
      .join("");
  }

  #height(texts: readonly string[], widths: readonly number[], font: "text" | "strong"): number {
    this.#doc.font(font).fontSize(SIZE);
    const heights = texts.map((text, index) =>
      this.#doc.heightOfString(text === "" ? " " : text, { width: (widths[index] ?? 0) - GAP }),
    );
    return Math.max(...heights) + 3;
  }
}

/** Tells a screen reader what a head is the head of; the package has no name for it. */
function scope(cell: Element, of: "Row" | "Column"): void {
  const { dictionary } = cell as unknown as { dictionary: { data: Record<string, unknown> } };
  dictionary.data.A = { O: "Table", Scope: of };
}
