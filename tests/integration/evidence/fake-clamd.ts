import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";

/** The harmless text with which every scanner is tried; written in two parts, so that no scanner stops at this file. */
export const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

export interface FakeClamd {
  readonly port: number;
  /** What was sent for scanning, whole. */
  readonly seen: Buffer[];
  /** How it answers from now on: as clamd does, or not at all, or as it should not. */
  behave: "scan" | "hang" | "close" | "limit" | "nonsense";
  close(): Promise<void>;
}

/** Speaks INSTREAM as clamd does: strict about the command, the lengths and the end. */
export async function fakeClamd(): Promise<FakeClamd> {
  const sockets = new Set<Socket>();
  const seen: Buffer[] = [];
  const clamd: { behave: FakeClamd["behave"] } = { behave: "scan" };
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    if (clamd.behave === "close") return void socket.destroy();
    let data = Buffer.alloc(0);
    const pieces: Buffer[] = [];
    let started = false;
    socket.on("data", (bytes) => {
      if (clamd.behave === "hang") return;
      data = Buffer.concat([data, bytes]);
      if (!started) {
        const end = data.indexOf(0);
        if (end < 0) return;
        if (data.toString("latin1", 0, end) !== "zINSTREAM") return void socket.end("UNKNOWN COMMAND\0");
        data = data.subarray(end + 1);
        started = true;
      }
      while (data.length >= 4) {
        const length = data.readUInt32BE(0);
        if (length === 0) {
          const whole = Buffer.concat(pieces);
          seen.push(whole);
          if (clamd.behave === "limit") return void socket.end("INSTREAM size limit exceeded. ERROR\0");
          if (clamd.behave === "nonsense") return void socket.end("stream: OK, I think\0");
          const found = whole.includes(EICAR);
          return void socket.end(found ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
        }
        if (data.length < 4 + length) return;
        pieces.push(data.subarray(4, 4 + length));
        data = data.subarray(4 + length);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(clamd, {
    port: (server.address() as AddressInfo).port,
    seen,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  });
}
