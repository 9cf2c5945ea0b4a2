import type { Cents } from "@/lib/domain/money";
import type { BridgeLine } from "@/lib/domain/sisa/bridge";
import { indicatorFor } from "@/lib/domain/sisa/code-table";
import type { DeliveredRow, DeliveredScheme, SisaContent } from "@/lib/domain/sisa/content";
import { SISA_MEASURES, type SisaMeasure } from "@/lib/domain/sisa/measures";
import { judge, type ToleranceOutcome, toleranceRoom } from "@/lib/domain/sisa/tolerance";
import { amount, type Cell, type Statement, text, whole } from "../cell";
import { type SheetPlan, type StyledCell, styledWorkbook } from "../entry/styled-workbook";

/** Every word of the workbook; it is Dutch whatever the reader's language, because it goes to the CBS. */
export interface SisaWords {
  readonly mark: string;
  readonly sheets: Readonly<
    Record<"accounts" | "indicators" | "errors" | "bridge" | "codes" | "about", string>
  >;
  readonly column: (name: string) => string;
  readonly measure: (name: string) => string;
  readonly cause: (name: string) => string;
  readonly outcome: (name: ToleranceOutcome | "unknown") => string;
  readonly unknown: string;
  readonly ownAnswer: string;
  readonly together: string;
  readonly yes: string;
  readonly no: string;
}

export interface SisaWorkbook {
  readonly content: SisaContent;
  readonly bridge: readonly BridgeLine[];
  /** What this file is: version, state, hash. */
  readonly statement: Statement;
  readonly words: SisaWords;
}

/** The annex as a workbook: the same version always gives the same bytes. */
export function sisaWorkbook(book: SisaWorkbook): AsyncGenerator<Uint8Array> {
  const { words, content } = book;
  const named = (name: string) => (content.programme.practice ? `${words.mark} ${name}` : name);
  const sheets = [
    accounts(book),
    indicators(book),
    errors(book),
    ...(book.bridge.length > 0 ? [bridge(book)] : []),
    codes(book),
    about(book),
  ];
  return styledWorkbook(sheets.map((one) => ({ ...one, name: named(one.name) })));
}

const known = (cell: Cell): StyledCell => ({
  look: cell?.is === "amount" ? "knownAmount" : "known",
  cell,
});
const open = (words: string): StyledCell => ({ look: "openText", cell: text(words) });
const head = (title: string): StyledCell => ({ look: "title", cell: text(title) });

function sheet(
  words: SisaWords,
  name: string,
  columns: readonly (readonly [string, number])[],
  rows: readonly (readonly (StyledCell | null)[])[],
): SheetPlan {
  return {
    name,
    columns: columns.map(([title, width]) => ({ title, width })),
    rows: [columns.map(([title]) => head(words.column(title))), ...rows],
    frozen: 1,
  };
}

const schemeOf = ({ schemes }: SisaContent, row: DeliveredRow): DeliveredScheme | undefined =>
  schemes.find(({ stream }) => stream === row.stream);
const decisions = ({ decisions: all }: DeliveredRow) => all.map(({ number }) => number).join(", ");
const codeCell = (scheme: DeliveredScheme | undefined, words: SisaWords) =>
  scheme?.code == null ? open(words.unknown) : known(text(scheme.code));

function accounts({ content, words }: SisaWorkbook): SheetPlan {
  const rows = content.rows.map((row) => {
    const scheme = schemeOf(content, row);
    return [
      codeCell(scheme, words),
      known(text(scheme?.name ?? row.stream)),
      known(text(decisions(row))),
      known(text(row.decisions.map(({ on }) => on).join(", "))),
      known(text(row.decisions.length > 1 ? words.together : null)),
      ...[row.awarded, row.before, row.spent, row.correction, row.cumulative].map((one) =>
        known(amount(one)),
      ),
      known(text(row.final ? words.yes : words.no)),
      known(text(`${row.accepted}/${row.needed}`)),
      known(text(row.note)),
    ];
  });
  return sheet(
    words,
    words.sheets.accounts,
    [
      ["code", 16],
      ["scheme", 34],
      ["decision", 24],
      ["decisionOn", 14],
      ["remark", 22],
      ["awarded", 18],
      ["before", 18],
      ["spent", 18],
      ["correction", 18],
      ["cumulative", 18],
      ["final", 16],
      ["reports", 14],
      ["note", 40],
    ],
    rows,
  );
}

const valueOf = (row: DeliveredRow, measure: SisaMeasure, words: SisaWords): StyledCell =>
  measure === "final" ? known(text(row.final ? words.yes : words.no)) : known(amount(row[measure]));

function indicators({ content, words }: SisaWorkbook): SheetPlan {
  const rows = content.rows.flatMap((row) => {
    const scheme = schemeOf(content, row);
    const list = scheme?.indicators ?? [];
    const line = (number: StyledCell, label: string, control: string | null, value: StyledCell) => [
      codeCell(scheme, words),
      known(text(decisions(row))),
      number,
      known(text(label)),
      control === null ? open(words.unknown) : known(text(control)),
      value,
    ];
    return [
      ...SISA_MEASURES.map((measure) => {
        const found = indicatorFor(list, measure);
        const number = found === null ? open(words.unknown) : known(text(found.number));
        const label = found?.label ?? words.measure(measure);
        return line(number, label, found?.control ?? null, valueOf(row, measure, words));
      }),
      ...list
        .filter(({ measure }) => measure === null)
        .map(({ number, label, control }) =>
          line(known(text(number)), label, control, open(words.ownAnswer)),
        ),
    ];
  });
  return sheet(
    words,
    words.sheets.indicators,
    [
      ["code", 16],
      ["decision", 24],
      ["number", 22],
      ["label", 44],
      ["control", 22],
      ["value", 20],
    ],
    rows,
  );
}

function errors({ content, words }: SisaWorkbook): SheetPlan {
  const { tolerance } = content;
  const room = (share: number | undefined, base: Cents) =>
    share === undefined ? open(words.outcome("unknown")) : known(amount(toleranceRoom(share, base)));
  const rows = content.rows.map((row) => {
    const outcome = tolerance === null ? "unknown" : judge(tolerance, { base: row.spent, ...row });
    return [
      codeCell(schemeOf(content, row), words),
      known(text(decisions(row))),
      known(amount(row.spent)),
      known(amount(row.errors)),
      room(tolerance?.errors, row.spent),
      known(amount(row.uncertainties)),
      room(tolerance?.uncertainties, row.spent),
      known(text(words.outcome(outcome))),
      known(text(row.note)),
    ];
  });
  return sheet(
    words,
    words.sheets.errors,
    [
      ["code", 16],
      ["decision", 24],
      ["spent", 18],
      ["errors", 18],
      ["errorsRoom", 18],
      ["uncertainties", 18],
      ["uncertaintiesRoom", 18],
      ["outcome", 30],
      ["note", 40],
    ],
    rows,
  );
}

function bridge({ bridge: lines, words }: SisaWorkbook): SheetPlan {
  const value = (money: Cents | null, said: string | null) =>
    known(money === null ? text(said) : amount(money));
  return sheet(
    words,
    words.sheets.bridge,
    [
      ["row", 30],
      ["measure", 26],
      ["old", 20],
      ["new", 20],
      ["difference", 18],
      ["cause", 34],
      ["entries", 20],
    ],
    lines.map((line) => [
      known(text(line.rowKey)),
      known(text(words.measure(line.measure))),
      value(line.old, line.oldText),
      value(line.now, line.newText),
      known(amount(line.difference)),
      known(text(words.cause(line.cause))),
      known(text(line.entries.length === 0 ? null : line.entries.join(", "))),
    ]),
  );
}

function codes({ content, words }: SisaWorkbook): SheetPlan {
  const rows = content.schemes.flatMap((scheme) => {
    const start = [codeCell(scheme, words), known(text(scheme.name))];
    const source = scheme.source === null ? open(words.unknown) : known(text(scheme.source));
    if (scheme.indicators.length === 0) return [[...start, open(words.unknown), null, null, source]];
    return scheme.indicators.map(({ number, label, control }) => [
      ...start,
      known(text(number)),
      known(text(label)),
      control === null ? open(words.unknown) : known(text(control)),
      source,
    ]);
  });
  return sheet(
    words,
    words.sheets.codes,
    [
      ["code", 16],
      ["scheme", 34],
      ["number", 22],
      ["label", 44],
      ["control", 22],
      ["source", 50],
    ],
    rows,
  );
}

function about({ statement, words, content }: SisaWorkbook): SheetPlan {
  const rows = [
    ...statement.map(({ name, value }) => [known(text(name)), known(value)]),
    [known(text(words.column("rows"))), known(whole(BigInt(content.rows.length)))],
  ];
  return sheet(
    words,
    words.sheets.about,
    [
      ["what", 34],
      ["isWhat", 76],
    ],
    rows,
  );
}
