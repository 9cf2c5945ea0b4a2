/** `npm run serve -- -p PORT`: serves the build that is there; installs, migrates and seeds nothing. */
import { openEnvironment } from "./start/environment.ts";
import { takePart } from "./start/participants.ts";
import { portOption } from "./start/port-option.ts";
import { isFree } from "./start/ports.ts";
import { serve } from "./start/serve.ts";
import { takeSignals } from "./start/signals.ts";

const port = portOption();
if (!(await isFree(port))) {
  console.error(`Port ${port} is taken: give another with -p.`);
  process.exit(1);
}
const environment = await openEnvironment("npm run serve");
const server = await serve({ port, variables: environment.variables });
takePart({ doing: "npm run serve", server: server.process, port });
takeSignals(() => void server.stop());
console.log(`Geldstroom is at ${server.url}`);
const code = await server.ended;
await environment.close();
process.exit(code);
