import { createHash, hash } from "node:crypto";
import type { FileRecord } from "@/lib/domain/proof/manifest";
import { markLine, type RowMark } from "@/lib/domain/proof/row-marks";
import { Spool } from "./spool";
import type { ZipEntry } from "./zip";

export const hashes = {
  sha256Hex: (text: string) => hash("sha256", text, "hex"),
};

/** Writes down of every file that passes how large it is and what its hash is, for the manifest behind them. */
export class Sealer {
  readonly files: FileRecord[] = [];
  readonly #spools = new Set<Spool>();

  file(path: string, data: ZipEntry["data"]): ZipEntry {
    return { path, data: this.#counted(path, data) };
  }

  async *#counted(path: string, data: ZipEntry["data"]): AsyncGenerator<Uint8Array> {
    const digest = createHash("sha256");
    let bytes = 0;
    for await (const piece of data) {
      const part = typeof piece === "string" ? Buffer.from(piece) : piece;
      digest.update(part);
      bytes += part.length;
      yield part;
    }
    this.files.push({ path, bytes, sha256: digest.digest("hex") });
  }

  /** Marks of rows that are written with `mark` while their file is, and a file of their own after it. */
  marks(path: string): { readonly mark: (row: RowMark) => Promise<void>; readonly file: () => ZipEntry } {
    const spool = new Spool();
    this.#spools.add(spool);
    return { mark: (row) => spool.add(markLine(row)), file: () => this.file(path, spool.read()) };
  }

  /** Takes away what lies on disk, also when the writing was broken off. */
  async end(): Promise<void> {
    await Promise.all([...this.#spools].map((spool) => spool.drop()));
  }
}
