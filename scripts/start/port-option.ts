import { parseArgs } from "node:util";

function given(): string {
  try {
    const { values } = parseArgs({ options: { port: { type: "string", short: "p" } } });
    return values.port ?? process.env.PORT ?? "3000";
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

/** The port asked for with -p, --port or PORT; anything else on the command line is refused with a sentence. */
export function portOption(): number {
  const text = given();
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  console.error(`The port is "${text}": give a number between 1 and 65535.`);
  process.exit(2);
}
