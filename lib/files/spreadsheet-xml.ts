import { type Cell, type Column, decimal } from "./cell";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMES = [
  ["office", "office"],
  ["table", "table"],
  ["text", "text"],
  ["style", "style"],
  ["number", "datastyle"],
  ["fo", "xsl-fo-compatible"],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");

export const ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet";
const MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

export const MANIFEST_XML = `${DECLARATION}<manifest:manifest xmlns:manifest="${MANIFEST}" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${ODS_TYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML cannot hold becomes the sign for "could not be shown". */
const escaped = (value: string): string =>
  value
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** Text in paragraphs; spaces in a row and tabs have elements of their own, or a reader takes them together. */
function paragraphs(value: string): string {
  return value
    .split(/\r\n|\r|\n/)
    .map((line) => {
      const inner = escaped(line)
        .replaceAll("\t", "<text:tab/>")
        .replace(/^ | {2,}| $/g, (spaces) => `<text:s text:c="${spaces.length}"/>`);
      return `<text:p>${inner}</text:p>`;
    })
    .join("");
}

function cellXml(cell: Cell, title: boolean): string {
  if (cell === null) return "<table:table-cell/>";
  const style = `table:style-name="${title ? "title" : cell.is}"`;
  switch (cell.is) {
    // A string is never read as a formula: that would be an attribute of its own.
    case "text":
      return `<table:table-cell ${style} office:value-type="string">${paragraphs(cell.value)}</table:table-cell>`;
    case "amount":
      return `<table:table-cell ${style} office:value-type="float" office:value="${decimal(cell.value, ".")}"><text:p>${decimal(cell.value, ".")}</text:p></table:table-cell>`;
    case "whole":
      return `<table:table-cell ${style} office:value-type="float" office:value="${cell.value}"><text:p>${cell.value}</text:p></table:table-cell>`;
    case "date":
      return `<table:table-cell ${style} office:value-type="date" office:date-value="${cell.value}"><text:p>${cell.value}</text:p></table:table-cell>`;
  }
}

export const odsRow = (cells: readonly Cell[], title = false): string =>
  `<table:table-row>${cells.map((cell) => cellXml(cell, title)).join("")}</table:table-row>`;

const style = (name: string, data: string, text = "") =>
  `<style:style style:name="${name}" style:family="table-cell"${data === "" ? "" : ` style:data-style-name="${data}"`}>${text}</style:style>`;
const DATA_STYLES =
  '<number:number-style style:name="two"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>' +
  '<number:number-style style:name="none"><number:number number:decimal-places="0" number:min-integer-digits="1"/></number:number-style>' +
  '<number:date-style style:name="day"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>';
const CELL_STYLES =
  style("text", "") +
  style("amount", "two") +
  style("whole", "none") +
  style("date", "day") +
  style("title", "", '<style:text-properties fo:font-weight="bold"/>');

/** Everything before the first row. Each column of every sheet has a style, because its width is one. */
export function odsStart(widths: readonly (readonly Column[])[]): string {
  const columns = widths.flatMap((sheet, index) =>
    sheet.map(
      ({ width }, at) =>
        `<style:style style:name="c${index}-${at}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 22 + 30) / 100}cm"/></style:style>`,
    ),
  );
  return `${DECLARATION}<office:document-content ${NAMES} office:version="1.3"><office:automatic-styles>${DATA_STYLES}${columns.join("")}${CELL_STYLES}</office:automatic-styles><office:body><office:spreadsheet>`;
}

export const odsSheet = (name: string, sheet: number, columns: readonly Column[]): string =>
  `<table:table table:name="${escaped(name)}">${columns.map((_, at) => `<table:table-column table:style-name="c${sheet}-${at}"/>`).join("")}`;

export const ODS_SHEET_END = "</table:table>";
export const ODS_END = "</office:spreadsheet></office:body></office:document-content>";
