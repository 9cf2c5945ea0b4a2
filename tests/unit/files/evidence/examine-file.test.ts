import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FileExamination } from "@/lib/files/evidence/examine-file";
import {
  csvFile,
  docxFile,
  exeFile,
  gifFile,
  gzipFile,
  jpegFile,
  pdfFile,
  pngFile,
  xlsxFile,
  zipFile,
} from "./corpus";

async function examine(bytes: Buffer, name: string, piece = 65_536) {
  const examination = new FileExamination();
  for (let at = 0; at < bytes.length; at += piece) await examination.add(bytes.subarray(at, at + piece));
  return examination.finish(name);
}
const both = (...parts: readonly Buffer[]) => Buffer.concat(parts);

describe("what a file is, by its content", () => {
  it.each([
    ["factuur.pdf", "pdf", pdfFile],
    ["bon.PNG", "png", pngFile],
    ["foto.jpeg", "jpeg", jpegFile],
    ["foto.jpg", "jpeg", jpegFile],
    ["loonstaat.xlsx", "xlsx", xlsxFile],
    ["boekingen.csv", "csv", csvFile],
  ] as const)("%s is %s, with the hash of its bytes", async (name, type, make) => {
    const bytes = await make();
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(await examine(bytes, name)).toEqual({ type, byteSize: bytes.length, sha256 });
  });

  it("says the same however the file comes in", async () => {
    const files = [await pdfFile(), pngFile(), jpegFile(), await xlsxFile(), csvFile()];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.integer({ min: 1, max: 700 }), async (bytes, piece) => {
        expect(await examine(bytes, "x.csv", piece)).toEqual(await examine(bytes, "x.csv"));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ["factuur.pdf", exeFile],
    ["factuur.pdf", gifFile],
    ["loonstaat.xlsx", docxFile],
    ["loonstaat.xlsx", zipFile],
    ["boekingen.csv", gzipFile],
  ] as const)("%s with the content of something else is refused", async (name, make) => {
    expect(await examine(await make(), name)).toMatchObject({ problem: "wrong_type" });
  });

  it.each([
    ["factuur.docx", pdfFile, "pdf"],
    ["factuur.pdf.exe", pdfFile, "pdf"],
    ["foto.png", jpegFile, "jpeg"],
    ["boekingen.xlsx", csvFile, "csv"],
    ["boekingen", csvFile, "csv"],
    ["loonstaat.xls", xlsxFile, "xlsx"],
  ] as const)("a name that says something else is refused: %s", async (name, make, type) => {
    expect(await examine(await make(), name)).toMatchObject({ problem: "name_differs", facts: { type } });
  });

  it("nothing is not a file", async () => {
    expect(await examine(Buffer.alloc(0), "leeg.pdf")).toMatchObject({ problem: "empty" });
  });
});

describe("two files in one", () => {
  it("a PDF, picture or workbook with a zip behind or before it is refused", async () => {
    const hidden = await zipFile();
    for (const [name, bytes] of [
      ["a.pdf", both(await pdfFile(), hidden)],
      ["a.png", both(pngFile(), hidden)],
      ["a.jpg", both(jpegFile(), hidden)],
    ] as const)
      expect(await examine(bytes, name), name).toMatchObject({ problem: "two_in_one" });
    expect(await examine(both(Buffer.from("PK\x03\x04 iets"), await xlsxFile()), "a.xlsx")).toMatchObject({
      problem: "damaged",
    });
  });

  it("a picture, a script or text in front of a PDF is refused", async () => {
    const pdf = await pdfFile();
    for (const front of [Buffer.from("GIF89a"), Buffer.from("\0\0"), pngFile().subarray(0, 60)])
      expect(await examine(both(front, pdf), "a.pdf")).toMatchObject({ problem: "two_in_one" });
    expect(await examine(both(Buffer.from("<script>x</script>"), pdf), "a.pdf")).not.toHaveProperty("sha256");
  });

  it("what stands behind the end of a picture or PDF is refused, whatever it is", async () => {
    const more = Buffer.from("<html><script>alert(1)</script></html>");
    for (const [name, bytes] of [
      ["a.pdf", both(await pdfFile(), more)],
      ["a.png", both(pngFile(), more)],
      ["a.jpg", both(jpegFile(), more)],
    ] as const)
      expect(await examine(bytes, name), name).toMatchObject({ problem: "damaged" });
  });

  it("a workbook of which the list was moved away from the end is refused", async () => {
    const bytes = await xlsxFile();
    expect(await examine(both(bytes, Buffer.from("x")), "a.xlsx")).toMatchObject({ problem: "damaged" });
    const end = bytes.length - 22;
    const gap = both(bytes.subarray(0, end), Buffer.from("tussen"), bytes.subarray(end));
    expect(await examine(gap, "a.xlsx")).toMatchObject({ problem: "damaged" });
  });

  it("an unfinished file is refused", async () => {
    for (const [name, bytes] of [
      ["a.pdf", await pdfFile()],
      ["a.png", pngFile()],
      ["a.jpg", jpegFile()],
      ["a.xlsx", await xlsxFile()],
    ] as const)
      expect(await examine(bytes.subarray(0, bytes.length - 12), name), name).toMatchObject({
        problem: "damaged",
      });
  });

  it.each([
    "xl/vbaProject.bin",
    "xl/macrosheets/sheet1.xml",
    "xl/activeX/activeX1.xml",
    "xl/embeddings/oleObject1.bin",
  ])("a workbook that runs or holds another file is refused: %s", async (part) => {
    expect(await examine(await xlsxFile({ [part]: "x" }), "a.xlsx")).toMatchObject({
      problem: "macros",
      facts: { part },
    });
  });

  it("what Excel itself adds for the printer is no danger", async () => {
    const bytes = await xlsxFile({ "xl/printerSettings/printerSettings1.bin": "x" });
    expect(await examine(bytes, "a.xlsx")).toMatchObject({ type: "xlsx" });
  });
});

describe("csv", () => {
  const csv = (text: string | Buffer) => examine(Buffer.from(text), "a.csv");

  it.each([
    ["comma", "a,b\n1,2\n"],
    ["tab", "a\tb\n1\t2\n"],
    ["no line end at the end", "a;b\n1;2"],
    ["quotes with line ends", 'a;b\n"1\n2";3\n'],
    ["older letters", Buffer.from("a;b\ncaf\xe9;\x80 5\n", "latin1")],
    ["a heading that begins as another format", "BM;ID3\n1;2\n"],
  ])("reads %s", async (_what, text) => {
    expect(await csv(text)).toMatchObject({ type: "csv" });
  });

  it.each([
    ["one column", "a\n1\n", "csv_columns"],
    ["a row with more columns", "a;b\n1;2\n1;2;3\n", "csv_columns"],
    ["an open quote", 'a;b\n"1;2\n', "csv_columns"],
    ["a page", "<html>;<body>\n1;2\n", "csv_columns"],
    ["data of a program", '{"a":1;"b":2}\n', "csv_columns"],
    ["a letter that is none", Buffer.from("a;b\n\xff\x81;2\n", "latin1"), "csv_text"],
  ])("refuses %s", async (_what, text, problem) => {
    expect(await csv(text)).toMatchObject({ problem });
  });

  it.each([
    ["pagina.html", "<!doctype html>\n<title>x</title>\n"],
    ["a.pdf", "#!/bin/sh\necho hallo\n"],
    ["notitie.txt", "hallo\n"],
  ])("does not speak of csv for %s", async (name, text) => {
    expect(await examine(Buffer.from(text), name)).toEqual({ problem: "wrong_type", facts: { found: "" } });
  });

  it("refuses bytes that are no text anywhere, also after the beginning", async () => {
    const long = Buffer.from(`a;b\n${"1;2\n".repeat(40_000)}`);
    expect(await csv(Buffer.concat([long, Buffer.from("1;\0\n")]))).toMatchObject({ problem: "csv_text" });
    expect(await csv(Buffer.from("\ufeffa;b\n1;2\n", "utf16le"))).toHaveProperty("problem");
  });

  it("names the row that differs", async () => {
    expect(await csv(`a;b\n${"1;2\n".repeat(5)}1\n`)).toMatchObject({
      problem: "csv_columns",
      facts: { row: "7" },
    });
  });
});
