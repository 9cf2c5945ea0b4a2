import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";

/** Text that comes while something else is written and is read after it: kept on disk, so that memory stays flat. */
export class Spool {
  readonly #folder: Promise<string>;
  #held = "";
  #out: Promise<ReturnType<typeof createWriteStream>>;

  constructor() {
    this.#folder = mkdtemp(join(tmpdir(), "geldstroom-"));
    this.#out = this.#folder.then((folder) => createWriteStream(join(folder, "spool")));
  }

  async add(text: string): Promise<void> {
    this.#held += text;
    if (this.#held.length >= CHUNK) await this.#write();
  }

  async #write(): Promise<void> {
    const [out, text] = [await this.#out, this.#held];
    this.#held = "";
    if (!out.write(text)) await once(out, "drain");
  }

  /** Everything that was added, once; what was kept is gone after it. */
  async *read(): AsyncGenerator<Uint8Array> {
    try {
      await this.#write();
      const out = await this.#out;
      out.end();
      await finished(out);
      yield* createReadStream(join(await this.#folder, "spool")) as AsyncIterable<Uint8Array>;
    } finally {
      await this.drop();
    }
  }

  async drop(): Promise<void> {
    (await this.#out).destroy();
    await rm(await this.#folder, { recursive: true, force: true });
  }
}

const CHUNK = 256 * 1024;
