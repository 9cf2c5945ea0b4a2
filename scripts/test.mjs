// npm test and npm run check: plain Node >= 20 and nothing but its own modules, as on a fresh clone.
import { prepared } from "./bootstrap/prepared.mjs";

await prepared("scripts/test/main.ts");
