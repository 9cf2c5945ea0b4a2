/** The most that one document may weigh: 25 MB. */
export const DOCUMENT_BYTES = 25 * 1024 * 1024;

export type DocumentType =
  | "application/pdf"
  | "image/png"
  | "image/jpeg"
  | "text/csv"
  | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Why a document is not taken in; the words of the page follow these. */
export type DocumentProblem = "empty" | "too_large" | "wrong_type";
export const DOCUMENT_PROBLEMS = [
  "empty",
  "too_large",
  "wrong_type",
] as const satisfies readonly DocumentProblem[];

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, index) => bytes[index] === byte);

const has = (bytes: Uint8Array, text: string) => {
  const wanted = [...text].map((letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
};

/** Text in lines with a separator: no control characters, in UTF-8 or in the 8-bit letters of older programs. */
function looksLikeCsv(bytes: Uint8Array): boolean {
  const first = bytes.subarray(0, 65_536);
  if (first.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) return false;
  if (first[0] === 0x3c) return false;
  return first.some((byte) => byte === 0x3b || byte === 0x2c || byte === 0x09) && first.includes(0x0a);
}

/** What a file is, by its content: a name or a header may say anything. Null for everything that is not taken in. */
export function documentType(bytes: Uint8Array): DocumentType | null {
  if (startsWith(bytes, PDF)) return "application/pdf";
  if (startsWith(bytes, PNG)) return "image/png";
  if (startsWith(bytes, JPEG)) return "image/jpeg";
  if (startsWith(bytes, ZIP))
    return has(bytes, "xl/workbook.xml") && !has(bytes, "vbaProject.bin")
      ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      : null;
  return looksLikeCsv(bytes) ? "text/csv" : null;
}

/** What keeps a document out; null when nothing does. */
export function documentProblem(bytes: Uint8Array): DocumentProblem | null {
  if (bytes.length === 0) return "empty";
  if (bytes.length > DOCUMENT_BYTES) return "too_large";
  return documentType(bytes) === null ? "wrong_type" : null;
}
