import { givenText, type SheetCell, type SheetRow } from "../entry/sheet-row";
import type { BlockingReason } from "../refusal";
import { type KnownReportRow, numberIn } from "./known-row";
import { mergeCell } from "./merge-cell";
import { type ChoiceWords, readCell } from "./read-cell";
import { type CellValue, isTypedIn, type ReportColumn } from "./report-column";
import type { ReportSheet } from "./template";

export interface ChangedCell {
  readonly column: string;
  readonly old: CellValue;
  readonly new: CellValue;
}

/** A row of a file beside what is stored: what it would change, cell by cell, and what is wrong with it. */
export interface CheckedReportRow {
  readonly sheet: ReportSheet;
  /** As the spreadsheet counts them. */
  readonly row: number;
  readonly id: string;
  /** What stood in the cells that are wrong, as it was typed. */
  readonly given: Readonly<Record<string, string>>;
  readonly changes: readonly ChangedCell[];
  /** Of a row whose cells are one fact: what they held when it was checked. */
  readonly stood?: Readonly<Record<string, CellValue>>;
  /** Cells that stay as they are, and those of them that a colleague changed since the workbook was made. */
  readonly unchanged: number;
  readonly kept: number;
  readonly reasons: readonly BlockingReason[];
}

export interface ReportRowContext {
  readonly sheet: ReportSheet;
  readonly columns: readonly ReportColumn[];
  readonly words: ChoiceWords;
  readonly template: string;
  readonly final: boolean;
  readonly find: (cells: SheetRow["cells"]) => KnownReportRow | BlockingReason;
  /** What the row held when the file was made; null when the file does not say. */
  readonly baseOf: (id: string) => Readonly<Record<string, CellValue>> | null;
}

/** Checks one row. A root cause is said once: nothing that only follows from it is said beside it. */
export function checkReportRow({ row, cells }: SheetRow, context: ReportRowContext): CheckedReportRow {
  const { sheet, columns } = context;
  const found = context.find(cells);
  if ("code" in found) {
    const id = cells.rowId?.text.trim() ?? "";
    const given = { [found.field ?? "rowId"]: cells[found.field ?? "rowId"]?.text ?? "" };
    return { sheet, row, id, given, changes: [], unchanged: 0, kept: 0, reasons: [found] };
  }
  const reasons: BlockingReason[] = [];
  const values = readValues(cells, context, found, reasons);
  const base = context.baseOf(found.id);
  const changes: ChangedCell[] = [];
  let [unchanged, kept] = [0, 0];
  for (const { name, field, kind } of columns) {
    const value = values.get(name);
    if (field === undefined || value === undefined) continue;
    const now = found.now[name] ?? null;
    const merged = mergeCell({ made: base === null ? now : (base[name] ?? null), now, given: value });
    if (merged === "changed") changes.push({ column: name, old: now, new: value });
    else if (merged === "clash") reasons.push(clash(name, kind, value, now));
    else {
      unchanged += 1;
      if (merged === "kept") kept += 1;
    }
  }
  // A name and its amount are one fact: an amount is not put under the name that a colleague wrote there meanwhile.
  const together = sheet === "projects";
  if (together && kept > 0)
    for (const { column } of changes.splice(0)) reasons.push(overtaken(column, found));
  besides(columns, found, values, reasons);
  lockedAmounts(cells, columns, found, base, reasons);
  sums(cells, context, found, base, values, reasons);
  const order = new Map(columns.map(({ name }, index) => [name, index]));
  const place = ({ field = "rowId" }: BlockingReason) => order.get(field) ?? 0;
  return {
    sheet,
    row,
    id: found.id,
    given: Object.fromEntries(reasons.map(({ field = "rowId" }) => [field, givenIn(cells[field])])),
    changes,
    ...(together && changes.length > 0 ? { stood: typedIn(columns, found) } : {}),
    unchanged,
    kept,
    reasons: reasons.toSorted((a, b) => place(a) - place(b)),
  };
}

const givenIn = (cell: SheetCell | undefined) => (cell === undefined ? "" : givenText(cell));

/** What was typed, by column; a column that could not be read, or is not in the file, is not in it. */
function readValues(
  cells: SheetRow["cells"],
  { columns, words, template }: ReportRowContext,
  found: KnownReportRow,
  reasons: BlockingReason[],
): Map<string, CellValue> {
  const values = new Map<string, CellValue>();
  for (const column of columns.filter(isTypedIn)) {
    const reading = readCell(column, cells[column.name], words, template);
    if (reading.ok) values.set(column.name, reading.value);
    else reasons.push(reading.reason);
  }
  for (const { name, choice } of columns) {
    const option = choice?.options.find((one) => one.name === values.get(name));
    if (choice === undefined || option === undefined || !values.has(choice.fills)) continue;
    const given = values.get(choice.fills) ?? null;
    const agrees = given === option.value || given === null || given === (found.now[choice.fills] ?? null);
    // An amount that stood there already gives way to the choice; one that was typed beside it contradicts it.
    if (agrees) values.set(choice.fills, option.value);
    else {
      const facts = { given: cells[name]?.text ?? "", presentCents: given ?? "" };
      reasons.push({ code: "workbook.reasons.choice_contradicts", field: name, facts });
      values.delete(choice.fills);
    }
  }
  return values;
}

const clash = (field: string, kind: string, yours: CellValue, theirs: CellValue): BlockingReason =>
  kind === "amount"
    ? {
        code: "workbook.reasons.clash_amount",
        field,
        facts: { yoursCents: yours ?? "", theirsCents: theirs ?? "" },
      }
    : { code: "workbook.reasons.clash", field, facts: { yours: yours ?? "", theirs: theirs ?? "" } };

const typedIn = (columns: readonly ReportColumn[], { now }: KnownReportRow) =>
  Object.fromEntries(
    columns.flatMap(({ name, field }) => (field === undefined ? [] : [[name, now[name] ?? null]])),
  );

const overtaken = (field: string, { now }: KnownReportRow): BlockingReason => ({
  code: "workbook.reasons.project_changed",
  field,
  facts: { name: now.project ?? "", theirsCents: now.projectSpent ?? "" },
});

/** What stands in one cell only as long as something stands in another. */
function besides(
  columns: readonly ReportColumn[],
  { now }: KnownReportRow,
  values: ReadonlyMap<string, CellValue>,
  reasons: BlockingReason[],
): void {
  const given = (name: string) => (values.has(name) ? values.get(name) : now[name]) ?? null;
  for (const { name, besides: needs } of columns) {
    if (needs === undefined || given(name) !== null || given(needs.column) === null) continue;
    if (reasons.some(({ field }) => field === name || field === needs.column)) continue;
    reasons.push({
      code: needs.reason,
      field: name,
      facts: { givenCents: given(needs.column) ?? "" },
    });
  }
}

/** An amount that the sender's program wrote itself; a formula of the sheet is not the sender's. */
function writtenAmount(column: ReportColumn, cell: SheetCell | undefined): bigint | null {
  if (cell === undefined || cell.is === "formula") return null;
  const { negative: _, ...signed } = column;
  const reading = readCell(signed, cell, {}, "");
  return reading.ok && reading.value !== null ? BigInt(reading.value) : null;
}

const differs = (code: string, field: string, expected: bigint, given: bigint): BlockingReason => ({
  code,
  field,
  facts: {
    givenCents: given.toString(),
    expectedCents: expected.toString(),
    differenceCents: (given - expected).toString(),
  },
});

/** What is known is not typed over. What the ledger itself changed since the file was made is nobody's fault. */
function lockedAmounts(
  cells: SheetRow["cells"],
  columns: readonly ReportColumn[],
  found: KnownReportRow,
  base: Readonly<Record<string, CellValue>> | null,
  reasons: BlockingReason[],
): void {
  for (const column of columns) {
    const { name, kind, field, computed } = column;
    if (kind !== "amount" || field !== undefined || computed !== undefined) continue;
    const given = writtenAmount(column, cells[name]);
    const expected = numberIn(found, name) ?? 0n;
    if (given === null || given === expected || given.toString() === base?.[name]) continue;
    reasons.push(differs("workbook.reasons.locked_changed", name, expected, given));
  }
}

/** What the sender added up is what it should be, as far as everything that it is made of could be read. */
function sums(
  cells: SheetRow["cells"],
  { columns, final }: ReportRowContext,
  found: KnownReportRow,
  base: Readonly<Record<string, CellValue>> | null,
  values: ReadonlyMap<string, CellValue>,
  reasons: BlockingReason[],
): void {
  const typed = new Set(columns.flatMap(({ name, field }) => (field === undefined ? [] : [name])));
  const now = sumsWith(columns, final, (name) =>
    typed.has(name) ? (values.get(name) ?? null) : (found.now[name] ?? null),
  );
  // The ledger's figures of when the file was made: a sum of those is right about what it was given.
  const then = sumsWith(columns, final, (name) =>
    typed.has(name) ? (values.get(name) ?? null) : (base?.[name] ?? found.now[name] ?? null),
  );
  for (const column of columns) {
    const { name, computed } = column;
    if (computed === undefined) continue;
    const unsure = computed.from.some(
      (one) => (typed.has(one) && !values.has(one)) || reasons.some(({ field }) => field === one),
    );
    const [given, expected = null] = [writtenAmount(column, cells[name]), now.get(name)];
    if (unsure || given === null || given === expected || given === then.get(name)) continue;
    reasons.push(differs("workbook.reasons.sum_unequal", name, expected ?? 0n, given));
  }
}

/** Every computed column of a row, from left to right: a later one may be made of an earlier one. */
function sumsWith(
  columns: readonly ReportColumn[],
  final: boolean,
  valueOf: (column: string) => CellValue,
): Map<string, bigint | null> {
  const found = new Map<string, bigint | null>();
  const number = (name: string): bigint | null => {
    if (found.has(name)) return found.get(name) ?? null;
    const value = valueOf(name);
    return value === null ? null : BigInt(value);
  };
  for (const { name, computed } of columns) if (computed) found.set(name, computed.value(number, final));
  return found;
}
