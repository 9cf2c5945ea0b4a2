import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import Busboy from "@fastify/busboy";

export interface FormFile {
  readonly name: string;
  readonly pieces: AsyncIterable<Uint8Array>;
  /** Known once all pieces passed: there was more, and it was not read. */
  readonly cutOff: () => boolean;
}

type Take<T> = (fields: Readonly<Record<string, string>>, file: FormFile) => Promise<T>;

const LIMITS = { files: 1, fields: 20, fieldSize: 4096, headerPairs: 50 };
/** What a browser may still send of a file that is refused, so that it hears the answer: so many times what is taken. */
const MOST_READ = 4;

/**
 * Reads a form as it comes in and hands its one file on, piece by piece and no more than `most` bytes, with the fields in
 * front of it. Null when there is no file in it, or when it is no such form.
 */
export async function readForm<T>(
  { headers, body }: Pick<Request, "headers" | "body">,
  most: number,
  take: Take<T>,
): Promise<T | null> {
  const type = headers.get("content-type") ?? "";
  if (body === null || !/^multipart\/form-data;.*boundary=/i.test(type)) return null;
  const fields: Record<string, string> = {};
  let answer: Promise<T> | null = null;
  const form = new Busboy({ headers: { "content-type": type }, limits: { ...LIMITS, fileSize: most } });
  form.on("field", (name: string, value: string) => {
    if (answer === null) fields[name] = value;
  });
  form.on("file", (field: string, stream: Readable & { readonly truncated?: boolean }, name: string) => {
    if (field !== "file" || !name || answer !== null) {
      stream.resume();
      return;
    }
    const pieces = stream as AsyncIterable<Uint8Array>;
    answer = take(fields, { name, pieces, cutOff: () => stream.truncated === true }).finally(() =>
      stream.resume(),
    );
    // Looked at below; until then a refusal must not end the process.
    answer.catch(() => undefined);
  });
  try {
    await pipeline(Readable.fromWeb(body as unknown as NodeStream), atMost(MOST_READ * most), form);
  } catch (error) {
    if (answer === null) return null;
    // The browser went away or sent something else than it said: what was taken so far says how that ends.
    await (answer as Promise<T>).catch(() => undefined);
    throw error;
  }
  return answer;
}

const atMost = (most: number) =>
  async function* (pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let read = 0;
    for await (const piece of pieces) {
      read += piece.length;
      if (read > most) throw new Error("The form goes on beyond what is read of it.");
      yield piece;
    }
  };
