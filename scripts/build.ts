/** `npm run build`: the standalone build, complete with its static files, whether or not there is one already. */
import { step } from "./bootstrap/step.mjs";
import { build } from "./start/build.ts";
import { generateClient } from "./start/schema.ts";

await step("Prisma client", async (say) => say((await generateClient()) ? "generated" : "up to date"));
await step("Build", () => build({ always: true }));
