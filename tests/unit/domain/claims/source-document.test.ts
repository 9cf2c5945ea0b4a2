import { expect, it } from "vitest";
import { DOCUMENT_BYTES, documentProblem, documentType } from "@/lib/domain/claims/source-document";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

it.each([
  ["%PDF-1.7 …", "application/pdf"],
  ["\u0089PNG\r\n\u001a\n", "image/png"],
  ["\u00ff\u00d8\u00ff\u00e0", "image/jpeg"],
  ["PK\u0003\u0004 xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["gemeente;bedrag\r\nVoorbeeldstad;1.000\r\n", "text/csv"],
])("by its content: %j is %s", (content, type) => {
  expect(documentType(bytes(content))).toBe(type);
});

it.each([
  "PK\u0003\u0004 word/document.xml",
  "PK\u0003\u0004 xl/workbook.xml xl/vbaProject.bin",
  "<svg>;\n",
  "MZ\u0000",
])("not taken in: %j", (content) => {
  expect(documentProblem(bytes(content))).toBe("wrong_type");
});

it("an empty file and one byte too many each have their own problem", () => {
  expect(documentProblem(new Uint8Array())).toBe("empty");
  const large = new Uint8Array(DOCUMENT_BYTES + 1);
  large.set(bytes("%PDF-"));
  expect(documentProblem(large)).toBe("too_large");
  expect(documentProblem(large.subarray(0, DOCUMENT_BYTES))).toBeNull();
});
