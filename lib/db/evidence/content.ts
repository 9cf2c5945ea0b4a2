import type { Actor } from "@/lib/domain/access";
import { asSystem, inContext, type Tx } from "../transaction";

/** How much of a file stands in one row: small enough to hold many at once, large enough to be few. */
const PIECE = 512 * 1024;

/** What was begun and never finished goes after this time. */
const ABANDONED = "1 hour";

/** Keeps a file piece by piece, each in a short transaction of its own: a slow sender holds no connection. */
export class ContentWriter {
  readonly #actor: Actor;
  readonly #to: { readonly uploadId: string; readonly municipalityId: string };
  #pending: Uint8Array[] = [];
  #size = 0;
  #part = 0;

  constructor(actor: Actor, to: { readonly uploadId: string; readonly municipalityId: string }) {
    this.#actor = actor;
    this.#to = to;
  }

  async add(piece: Uint8Array): Promise<void> {
    this.#pending.push(piece);
    this.#size += piece.length;
    if (this.#size >= PIECE) await this.finish();
  }

  /** Writes what is still in hand. */
  async finish(): Promise<void> {
    if (this.#size === 0) return;
    const bytes = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#size = 0;
    for (let at = 0; at < bytes.length; at += PIECE) {
      const part = this.#part++;
      const row = { ...this.#to, part, bytes: new Uint8Array(bytes.subarray(at, at + PIECE)) };
      await inContext(this.#actor, (tx) => tx.evidenceChunk.createMany({ data: [row] }));
    }
  }
}

type Reading = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

async function* pieces(read: Reading, uploadId: string): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part++) {
    const row = await read((tx) =>
      tx.evidenceChunk.findUnique({ where: { uploadId_part: { uploadId, part } }, select: { bytes: true } }),
    );
    if (row === null) return;
    yield row.bytes;
  }
}

/** The pieces of a file in order, as far as row-level security lets this actor have them: none of what is in quarantine. */
export const readContent = (actor: Actor, uploadId: string): AsyncGenerator<Uint8Array> =>
  pieces((work) => inContext(actor, work), uploadId);

/** For the scanner and for the way to an object store only: also what is in quarantine. */
export const readQuarantined = (uploadId: string): AsyncGenerator<Uint8Array> => pieces(asSystem, uploadId);

/** Takes away an upload that became no document. */
export const dropUpload = (uploadId: string): Promise<void> =>
  asSystem(async (tx) => {
    await tx.$executeRaw`DELETE FROM evidence_chunk WHERE upload_id = ${uploadId}::uuid`;
    await tx.$executeRaw`DELETE FROM evidence_upload WHERE id = ${uploadId}::uuid`;
  });

/** The pieces of a document that now stands in an object store. */
export const dropPieces = (uploadId: string): Promise<number> =>
  asSystem((tx) => tx.$executeRaw`DELETE FROM evidence_chunk WHERE upload_id = ${uploadId}::uuid`);

/** Uploads of which the sender or the server went away half-way. */
export const sweepAbandoned = (): Promise<void> =>
  asSystem(async (tx) => {
    const abandoned = await tx.$queryRaw<{ id: string }[]>`
      SELECT u.id::text FROM evidence_upload u WHERE u.started_at < now() - ${ABANDONED}::interval
         AND NOT EXISTS (SELECT 1 FROM evidence_document d WHERE d.upload_id = u.id) LIMIT 20`;
    for (const { id } of abandoned) {
      await tx.$executeRaw`DELETE FROM evidence_chunk WHERE upload_id = ${id}::uuid`;
      await tx.$executeRaw`DELETE FROM evidence_upload WHERE id = ${id}::uuid`;
    }
  });
