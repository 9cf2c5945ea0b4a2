import { createServer } from "node:net";

const HOST = "127.0.0.1";

/** Tries to listen, so that the answer holds for whoever uses the port, on this address or on all. */
function listens(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : undefined));
    });
  });
}

export const isFree = async (port: number): Promise<boolean> => (await listens(port, HOST)) !== undefined;

/** Any port nobody uses. */
export async function freePort(): Promise<number> {
  const port = await listens(0, HOST);
  if (port === undefined) throw new Error("This machine has no free port left.");
  return port;
}

/** The wanted port or the first free one after it. */
export async function nextFreePort(wanted: number): Promise<number> {
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port += 1)
    if (await isFree(port)) return port;
  throw new Error(`Ports ${wanted} to ${wanted + 99} are all taken; give another with -p.`);
}
