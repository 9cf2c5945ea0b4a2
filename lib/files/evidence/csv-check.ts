import { type Parser, parse } from "csv-parse";
import { type FileRefused, refusedFile } from "@/lib/domain/evidence/evidence-file";

const TAB = 0x09;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
/** Not letters in any of the two ways in which csv is written: UTF-8, and the 8-bit letters of older programs. */
const NO_LETTER = new Set([0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** A loop, because a function per byte is what 25 MB would feel. */
export function isText(bytes: Uint8Array): boolean {
  for (const byte of bytes)
    if (byte < 0x20 && byte !== TAB && byte !== LINE_FEED && byte !== RETURN) return false;
  return true;
}

const SEPARATORS = [";", ",", "\t"] as const;

/** The separator of the first line: the one that occurs most outside quotes. */
function separatorOf(head: string): string | null {
  const line = head.replace(/"(?:[^"]|"")*"/g, "").split(/\r?\n/, 1)[0] ?? "";
  const times = SEPARATORS.map((one) => ({ one, times: line.split(one).length - 1 }));
  const best = times.reduce((a, b) => (b.times > a.times ? b : a));
  return best.times > 0 ? best.one : null;
}

/**
 * Reads a csv strictly while it comes in: text only, at least two columns, and as many in every row as in the first. A
 * file that fits is nothing else as well.
 */
export class CsvCheck {
  #parser: Parser | null = null;
  #problem: FileRefused | null = null;
  #rows = 0;
  #utf8: TextDecoder | null = new TextDecoder("utf-8", { fatal: true });
  #old = false;
  readonly #head: string;

  constructor(head: Uint8Array) {
    this.#head = Buffer.from(head)
      .toString("latin1")
      .replace(/^\u00ef\u00bb\u00bf/, "");
    const separator = /^\s*[<{[%]/.test(this.#head) ? null : separatorOf(this.#head);
    if (separator === null) this.#problem = refusedFile("csv_columns", { row: "1" });
    else {
      this.#parser = parse({
        delimiter: separator,
        bom: true,
        skip_empty_lines: true,
        max_record_size: 1_000_000,
      });
      this.#parser.on("data", () => this.#rows++);
      this.#parser.on("error", (error: Error & { readonly code?: string; readonly lines?: number }) => {
        this.#problem ??= refusedFile("csv_columns", { row: String(error.lines ?? this.#rows + 1) });
      });
    }
  }

  async add(piece: Uint8Array): Promise<void> {
    if (this.#problem !== null) return;
    if (!isText(piece)) this.#problem = refusedFile("csv_text");
    this.#letters(piece);
    if (this.#problem !== null || this.#parser === null) return;
    const parser = this.#parser;
    if (!parser.write(piece))
      await new Promise<void>((resolve) => parser.once("drain", resolve).once("close", resolve));
  }

  async finish(): Promise<FileRefused | null> {
    try {
      this.#utf8?.decode();
    } catch {
      this.#old = true;
    }
    if (this.#parser !== null && this.#problem === null) {
      const parser = this.#parser;
      const ended = new Promise<void>((resolve) => parser.once("end", resolve).once("close", resolve));
      parser.end();
      await ended;
    }
    this.#parser?.destroy();
    return this.#problem ?? (this.#rows === 0 ? refusedFile("csv_columns", { row: "1" }) : null);
  }

  /** UTF-8, or else the older letters: then without the places that have none. */
  #letters(piece: Uint8Array): void {
    try {
      this.#utf8?.decode(piece, { stream: true });
    } catch {
      this.#utf8 = null;
      this.#old = true;
    }
    if (this.#old && piece.some((byte) => NO_LETTER.has(byte))) this.#problem = refusedFile("csv_text");
  }
}
