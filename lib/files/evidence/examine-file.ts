import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import {
  type EvidenceType,
  type FileRefused,
  nameProblem,
  refusedFile,
} from "@/lib/domain/evidence/evidence-file";
import { CsvCheck, isText } from "./csv-check";
import { endsAsZip, readZipEnd } from "./zip-end";

const HEAD = 64 * 1024;
/** Holds the list of parts of any workbook that people make. */
const TAIL = 1024 * 1024;

const PDF = Buffer.from("%PDF-");
const PDF_END = /%%EOF[\s\0]*$/;
const PNG_END = Buffer.from("0000000049454e44ae426082", "hex");
const JPEG_END = Buffer.from("ffd9", "hex");
/** Parts of a workbook that run, or that hold another file. */
const RUNS = /vbaProject|macrosheets|activeX|\.(bin|exe|dll|js|vbs|html?)$/i;
/** Harmless parts that Excel itself writes as .bin. */
const HARMLESS = /printerSettings\d*\.bin$/i;

export interface Examined {
  readonly type: EvidenceType;
  readonly byteSize: number;
  readonly sha256: string;
}

/**
 * Looks at a file while it passes: its hash, and by its content what it is. A name or a header may say anything. Who
 * opens it later must find one file and not two in one, so what each type says about its own end has to hold.
 */
export class FileExamination {
  readonly #hash = createHash("sha256");
  #size = 0;
  #head = Buffer.alloc(0);
  #last: Uint8Array[] = [];
  #kept = 0;
  #csv: CsvCheck | null = null;
  #decided = false;

  async add(piece: Uint8Array): Promise<void> {
    this.#hash.update(piece);
    this.#size += piece.length;
    this.#keep(piece);
    if (this.#decided) {
      await this.#csv?.add(piece);
      return;
    }
    this.#head = Buffer.concat([this.#head, piece]);
    if (this.#head.length >= HEAD) await this.#decide();
  }

  /** The last pieces, as many as make up the tail. */
  #keep(piece: Uint8Array): void {
    this.#last.push(piece);
    this.#kept += piece.length;
    for (let first = this.#last[0]; first && this.#kept - first.length >= TAIL; first = this.#last[0]) {
      this.#last.shift();
      this.#kept -= first.length;
    }
  }

  /** From the first bytes: text is read on as csv, everything else is known by its marks. */
  async #decide(): Promise<void> {
    this.#decided = true;
    const first = this.#head.subarray(0, HEAD);
    if (this.#head.subarray(0, PDF.length).equals(PDF) || !isText(first)) return;
    this.#csv = new CsvCheck(first);
    await this.#csv.add(this.#head);
  }

  async finish(fileName: string): Promise<Examined | FileRefused> {
    if (this.#size === 0) return refusedFile("empty");
    if (!this.#decided) await this.#decide();
    const type =
      this.#csv === null ? await this.#byMarks(Buffer.concat(this.#last)) : await this.#asCsv(fileName);
    if (typeof type !== "string") return type;
    return nameProblem(fileName, type) ?? { type, byteSize: this.#size, sha256: this.#hash.digest("hex") };
  }

  /** Text that is no table, under a name that promises none, was never meant as csv: it is another kind of file. */
  async #asCsv(fileName: string): Promise<EvidenceType | FileRefused> {
    const problem = (await this.#csv?.finish()) ?? null;
    if (problem === null) return "csv";
    return nameProblem(fileName, "csv") === null ? problem : refusedFile("wrong_type", { found: "" });
  }

  async #byMarks(tail: Buffer): Promise<EvidenceType | FileRefused> {
    const found = (await fileTypeFromBuffer(this.#head.subarray(0, HEAD)).catch(() => undefined))?.ext;
    const start = this.#head.subarray(0, 1024);
    if (start.indexOf(PDF) > 0) return refusedFile("two_in_one");
    if (start.indexOf(PDF) === 0) {
      return closed("pdf", tail, PDF_END.test(tail.subarray(-1024).toString("latin1")));
    }
    if (found === "png") return closed("png", tail, endsWith(tail, PNG_END));
    if (found === "jpg") return closed("jpeg", tail, endsWith(tail, JPEG_END));
    if (this.#head.subarray(0, 4).equals(Buffer.from("PK\x03\x04", "latin1")))
      return workbook(tail, this.#size, found);
    return refusedFile("wrong_type", { found: found ?? "" });
  }
}

const endsWith = (tail: Buffer, end: Buffer): boolean => tail.subarray(-end.length).equals(end);

/** Nothing comes after the end: no second file that another program would find there. */
function closed(type: EvidenceType, tail: Buffer, ended: boolean): EvidenceType | FileRefused {
  if (endsAsZip(tail)) return refusedFile("two_in_one");
  return ended ? type : refusedFile("damaged", { type });
}

function workbook(tail: Buffer, size: number, found: string | undefined): EvidenceType | FileRefused {
  const zip = readZipEnd(tail, size);
  if (zip === null) return refusedFile("damaged", { type: "xlsx" });
  if (zip.firstAt !== 0) return refusedFile("two_in_one");
  if (!zip.names.includes("[Content_Types].xml") || !zip.names.includes("xl/workbook.xml"))
    return refusedFile("wrong_type", { found: found ?? "zip" });
  const runs = zip.names.find((name) => RUNS.test(name) && !HARMLESS.test(name));
  return runs === undefined ? "xlsx" : refusedFile("macros", { part: runs.slice(-80) });
}
