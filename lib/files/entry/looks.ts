import { DECLARATION, MAIN } from "../workbook-xml";

/** How a cell of the official workbook looks, and whether it can be typed in while the sheet is protected. */
const LOOKS = {
  text: {},
  title: { font: 1, fill: 2, wrap: true },
  known: { fill: 3 },
  knownAmount: { fill: 3, format: 164 },
  openText: { open: true },
  openAmount: { open: true, format: 164 },
  openDate: { open: true, format: 165 },
  badText: { open: true, fill: 4 },
  badAmount: { open: true, fill: 4, format: 164 },
  badDate: { open: true, fill: 4, format: 165 },
  badKnown: { fill: 4 },
  note: { wrap: true },
  knownCount: { fill: 3, format: 3 },
  openCount: { open: true, format: 3 },
  badCount: { open: true, fill: 4, format: 3 },
} as const satisfies Record<
  string,
  { font?: number; fill?: number; format?: number; open?: true; wrap?: true }
>;

export type Look = keyof typeof LOOKS;

const NAMES = Object.keys(LOOKS) as Look[];
export const styleOf = (look: Look): number => NAMES.indexOf(look);

const fill = (rgb: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;

function format(look: Look): string {
  const {
    font = 0,
    fill: color = 0,
    format: number = 0,
    open,
    wrap,
  }: { font?: number; fill?: number; format?: number; open?: true; wrap?: true } = LOOKS[look];
  const alignment = wrap ? '<alignment vertical="top" wrapText="1"/>' : "";
  return `<xf numFmtId="${number}" fontId="${font}" fillId="${color}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${alignment}<protection locked="${open ? 0 : 1}"/></xf>`;
}

const EDGE = ["left", "right", "top", "bottom"]
  .map((side) => `<${side} style="thin"><color rgb="FFD5D9E0"/></${side}>`)
  .join("");

/** Blue heads, grey for what is known, red for what is wrong; white is for typing. */
export const ENTRY_STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.00;\\-#,##0.00"/><numFmt numFmtId="165" formatCode="dd\\-mm\\-yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill("DCE6F5")}${fill("F1F3F7")}${fill("F8C9C9")}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${EDGE}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${NAMES.length}">${NAMES.map(format).join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
