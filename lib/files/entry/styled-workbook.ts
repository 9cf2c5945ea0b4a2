import type { Cents } from "@/lib/domain/money";
import { type Cell, type Column, decimal } from "../cell";
import {
  columnName,
  DECLARATION,
  escaped,
  MAIN,
  PACKAGE,
  PACKAGE_RELATIONS,
  RELATIONS,
  serial,
} from "../workbook-xml";
import { type ZipEntry, zip } from "../zip";
import { type CellNote, commentsXml, notesDrawing } from "./comments-xml";
import { ENTRY_STYLES, type Look, styleOf } from "./looks";

export interface StyledCell {
  readonly look: Look;
  /** Of a formula also what it gives; null as long as that is nothing. */
  readonly cell: Cell | { readonly is: "formula"; readonly formula: string; readonly value: Cents | null };
}

/** What may be typed in a range, with the sentence for what may not. */
export interface Validation {
  readonly range: string;
  readonly rule:
    | { readonly is: "amount"; readonly negative?: boolean }
    | { readonly is: "date" | "count" }
    | { readonly is: "length"; readonly most: number }
    | { readonly is: "list"; readonly from: string; readonly strict?: boolean };
  readonly title: string;
  readonly text: string;
}

export interface SheetPlan {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: Iterable<readonly (StyledCell | null)[]>;
  /** Columns that stay in sight beside the first line. */
  readonly frozen?: number;
  readonly locked?: boolean;
  readonly hidden?: boolean;
  readonly validations?: readonly Validation[];
  readonly notes?: readonly CellNote[];
}

/** A workbook with protection, drop-downs and notes. Amounts are written as the exact decimals that they are. */
export const styledWorkbook = (sheets: readonly SheetPlan[]): AsyncGenerator<Uint8Array> =>
  zip(parts(sheets));

async function* parts(sheets: readonly SheetPlan[]): AsyncGenerator<ZipEntry> {
  for (const [index, sheet] of sheets.entries()) {
    const number = index + 1;
    yield { path: `xl/worksheets/sheet${number}.xml`, data: sheetXml(sheet) };
    if (!sheet.notes?.length) continue;
    yield { path: `xl/comments${number}.xml`, data: [commentsXml(sheet.notes)] };
    yield { path: `xl/drawings/vmlDrawing${number}.vml`, data: [notesDrawing(sheet.notes)] };
    yield {
      path: `xl/worksheets/_rels/sheet${number}.xml.rels`,
      data: [
        `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/vmlDrawing" Target="../drawings/vmlDrawing${number}.vml"/><Relationship Id="rId2" Type="${RELATIONS}/comments" Target="../comments${number}.xml"/></Relationships>`,
      ],
    };
  }
  yield { path: "xl/workbook.xml", data: [bookXml(sheets)] };
  yield { path: "xl/_rels/workbook.xml.rels", data: [bookRelations(sheets)] };
  yield { path: "xl/styles.xml", data: [ENTRY_STYLES] };
  yield { path: "_rels/.rels", data: [PACKAGE_RELATIONS] };
  yield { path: "[Content_Types].xml", data: [contentTypes(sheets)] };
}

const CHUNK = 64 * 1024;

function* sheetXml({
  columns,
  rows,
  frozen,
  locked,
  validations = [],
  notes = [],
}: SheetPlan): Generator<string> {
  const corner = `${columnName(frozen ?? 0)}2`;
  const pane =
    frozen === undefined
      ? ""
      : `<pane ${frozen > 0 ? `xSplit="${frozen}" ` : ""}ySplit="1" topLeftCell="${corner}" activePane="${frozen > 0 ? "bottomRight" : "bottomLeft"}" state="frozen"/>`;
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  let held = `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join("")}</cols><sheetData>`;
  let number = 0;
  for (const cells of rows) {
    number += 1;
    held += `<row r="${number}">${cells.map((cell, index) => cellXml(cell, `${columnName(index)}${number}`)).join("")}</row>`;
    if (held.length < CHUNK) continue;
    yield held;
    held = "";
  }
  const lock = locked
    ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>'
    : "";
  yield `${held}</sheetData>${lock}${validationsXml(validations)}${notes.length > 0 ? '<legacyDrawing r:id="rId1"/>' : ""}</worksheet>`;
}

function cellXml(styled: StyledCell | null, reference: string): string {
  if (styled === null) return "";
  const { cell, look } = styled;
  const style = `r="${reference}" s="${styleOf(look)}"`;
  if (cell === null) return `<c ${style}/>`;
  switch (cell.is) {
    case "text":
      return `<c ${style} t="inlineStr"><is><t xml:space="preserve">${escaped(cell.value)}</t></is></c>`;
    case "formula":
      return cell.value === null
        ? `<c ${style} t="str"><f>${escaped(cell.formula)}</f><v></v></c>`
        : `<c ${style}><f>${escaped(cell.formula)}</f><v>${decimal(cell.value, ".")}</v></c>`;
    case "amount":
      return `<c ${style}><v>${decimal(cell.value, ".")}</v></c>`;
    case "date":
      return `<c ${style}><v>${serial(cell.value)}</v></c>`;
    case "whole":
      return `<c ${style}><v>${cell.value}</v></c>`;
  }
}

function validationsXml(validations: readonly Validation[]): string {
  if (validations.length === 0) return "";
  const list = validations.map(({ range, rule, title, text }) => {
    const said = `allowBlank="1" showInputMessage="1" errorTitle="${escaped(title)}" error="${escaped(text)}" promptTitle="${escaped(title)}" prompt="${escaped(text)}" sqref="${range}"`;
    switch (rule.is) {
      case "amount":
        return `<dataValidation type="decimal" operator="between" showErrorMessage="1" ${said}><formula1>${rule.negative ? "-1000000000000" : "0"}</formula1><formula2>1000000000000</formula2></dataValidation>`;
      case "count":
        return `<dataValidation type="whole" operator="between" showErrorMessage="1" ${said}><formula1>0</formula1><formula2>1000000000000</formula2></dataValidation>`;
      case "date":
        return `<dataValidation type="date" operator="between" showErrorMessage="1" ${said}><formula1>${serial("2000-01-01")}</formula1><formula2>${serial("2099-12-31")}</formula2></dataValidation>`;
      case "length":
        return `<dataValidation type="textLength" operator="lessThanOrEqual" showErrorMessage="1" ${said}><formula1>${rule.most}</formula1></dataValidation>`;
      case "list":
        // Where another source than those of the list may be right, nothing is refused.
        return `<dataValidation type="list" ${rule.strict ? 'showErrorMessage="1" ' : ""}${said}><formula1>${escaped(rule.from)}</formula1></dataValidation>`;
    }
  });
  return `<dataValidations count="${list.length}">${list.join("")}</dataValidations>`;
}

function bookXml(sheets: readonly SheetPlan[]): string {
  const list = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden ? ' state="veryHidden"' : ""} r:id="rId${index + 1}"/>`,
  );
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${list.join("")}</sheets><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`;
}

function bookRelations(sheets: readonly SheetPlan[]): string {
  const one = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const list = sheets.map((_, index) => one(index + 1, "worksheet", `worksheets/sheet${index + 1}.xml`));
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${list.join("")}${one(sheets.length + 1, "styles", "styles.xml")}</Relationships>`;
}

function contentTypes(sheets: readonly SheetPlan[]): string {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const list = sheets.flatMap(({ notes }, index) => [
    `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
    ...(notes?.length
      ? [`<Override PartName="/xl/comments${index + 1}.xml" ContentType="${type}.comments+xml"/>`]
      : []),
  ]);
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${list.join("")}</Types>`;
}
