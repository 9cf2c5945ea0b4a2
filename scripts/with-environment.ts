/**
 * Runs a program with the database and secrets of this project: `with-environment.ts script.ts ...` for a script of
 * ours, `with-environment.ts -- program ...` for any other. Starts the embedded database when it is not running yet.
 */

import { openEnvironment } from "./start/environment.ts";
import { TYPESCRIPT } from "./start/project.ts";
import { handOver } from "./start/run.ts";
import { takeSignals } from "./start/signals.ts";

const [first = "", ...rest] = process.argv.slice(2);
const [command, args] =
  first === "--" ? [rest[0] ?? "", rest.slice(1)] : [process.execPath, [...TYPESCRIPT, first, ...rest]];

// The program gets the Ctrl-C itself; the database stays until it has ended.
takeSignals(() => {});
const environment = await openEnvironment(first === "--" ? command : first);
try {
  process.exitCode = await handOver(command, args, { env: environment.variables });
} finally {
  await environment.close();
}
