import type { Actor } from "@/lib/domain/access";
import type { ByteRange } from "@/lib/domain/exports/job";
import { asSystem, inContext } from "../transaction";

/** Every piece is as long as this, but for the last: so the piece of a byte is known without looking. */
const PIECE = 512 * 1024;
const LENGTH = BigInt(PIECE);

/** Keeps what is made piece by piece, each in a short transaction of its own. */
export class PieceWriter {
  readonly #jobId: string;
  #held: Buffer[] = [];
  #size = 0;
  #part = 0;

  constructor(jobId: string) {
    this.#jobId = jobId;
  }

  async add(piece: Uint8Array): Promise<void> {
    this.#held.push(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
    this.#size += piece.length;
    if (this.#size >= PIECE) await this.#write(false);
  }

  async finish(): Promise<void> {
    await this.#write(true);
  }

  async #write(all: boolean): Promise<void> {
    const bytes = Buffer.concat(this.#held);
    const end = all ? bytes.length : bytes.length - (bytes.length % PIECE);
    let at = 0;
    while (at < end) {
      const part = new Uint8Array(bytes.subarray(at, at + PIECE));
      const row = { jobId: this.#jobId, part: this.#part++, bytes: part };
      await asSystem((tx) => tx.exportPiece.createMany({ data: [row] }));
      at += part.length;
    }
    this.#held = [bytes.subarray(at)];
    this.#size = bytes.length - at;
  }
}

/** The bytes of a range, piece by piece, as far as row-level security lets this actor have them. */
export async function* readPieces(
  actor: Actor,
  jobId: string,
  { from, to }: ByteRange,
): AsyncGenerator<Uint8Array> {
  for (let part = from / LENGTH; part <= to / LENGTH; part += 1n) {
    const [row] = await inContext(
      actor,
      (tx) => tx.$queryRaw<{ bytes: Uint8Array }[]>`
        SELECT substring(bytes FROM ${(part === from / LENGTH ? from % LENGTH : 0n) + 1n}::int
          FOR ${(part === to / LENGTH ? (to % LENGTH) + 1n : LENGTH) - (part === from / LENGTH ? from % LENGTH : 0n)}::int) AS bytes
          FROM export_piece WHERE job_id = ${jobId}::uuid AND part = ${part}::int`,
    );
    if (row === undefined) throw new Error("a piece of this export is gone");
    yield row.bytes;
  }
}
