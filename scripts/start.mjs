// npm start: plain Node >= 20 and nothing but its own modules, because on a fresh clone there is nothing else yet.
import { prepared } from "./bootstrap/prepared.mjs";

await prepared("scripts/start/main.ts");
