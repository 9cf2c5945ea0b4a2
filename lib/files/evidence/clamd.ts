import { connect } from "node:net";
import type { ScannerAddress } from "./settings";

/** The scanner could not say: away, too slow, or it refused to look. The document stays in quarantine. */
export class ScannerSilent extends Error {
  override readonly name = "ScannerSilent";
  constructor(
    message: string,
    /** It answered, only not about whether this file is clean: the next file may fare better. */
    readonly answered = false,
  ) {
    super(message);
  }
}

export type Scanned =
  | { readonly outcome: "clean" }
  | { readonly outcome: "infected"; readonly finding: string };

const TIMEOUT_MS = 30_000;
const LONGEST_ANSWER = 4096;

/**
 * Asks clamd about a file with INSTREAM: pieces with their length in front, an empty one to end, and one line back.
 * Only an answer that is exactly OK is clean.
 * @throws ScannerSilent
 */
export function scanWithClamd(
  address: ScannerAddress,
  content: AsyncIterable<Uint8Array>,
  timeout = TIMEOUT_MS,
): Promise<Scanned> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    const silent = (why: string) => {
      reject(new ScannerSilent(why));
      socket.destroy();
    };
    let answer = "";
    const clock = setTimeout(() => silent("timeout"), timeout);
    socket.on("data", (bytes) => {
      answer += bytes.toString("latin1");
      if (answer.length > LONGEST_ANSWER) silent("answer too long");
    });
    socket.on("error", (error) => silent(error.message));
    socket.on("close", () => {
      clearTimeout(clock);
      const said = readAnswer(answer);
      if (said === null) reject(new ScannerSilent(answer.slice(0, 200) || "no answer", answer !== ""));
      else resolve(said);
    });
    socket.on("connect", () => {
      send(socket, content).catch((error: unknown) => silent(String(error)));
    });
  });
}

type Socket = ReturnType<typeof connect>;

async function send(socket: Socket, content: AsyncIterable<Uint8Array>): Promise<void> {
  socket.write("zINSTREAM\0");
  for await (const piece of content) {
    if (socket.destroyed) return;
    if (piece.length === 0) continue;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    socket.write(length);
    if (!socket.write(piece)) await drained(socket);
  }
  if (!socket.destroyed) socket.write(Buffer.alloc(4));
}

const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      socket.off("drain", done);
      socket.off("close", done);
      resolve();
    };
    socket.on("drain", done);
    socket.on("close", done);
  });

function readAnswer(answer: string): Scanned | null {
  if (!answer.endsWith("\0")) return null;
  const said = answer.slice(0, -1);
  if (said === "stream: OK") return { outcome: "clean" };
  const finding = /^stream: ([\x20-\x7e]{1,200}) FOUND$/.exec(said)?.[1];
  return finding === undefined ? null : { outcome: "infected", finding };
}
