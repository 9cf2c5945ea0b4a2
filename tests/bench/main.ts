/**
 * `npm run bench [-- --quick] [PART ...]`: what the ledger costs beside bare PostgreSQL, as ratios from one run. Nothing is
 * asserted; the tables are printed and kept in tests/bench/README.md. --quick leaves the journal of a million entries out;
 * names of parts measure only those.
 */
import { parseArgs } from "node:util";
import { atBenchPlace } from "./bench-place";
import { keepFigures } from "./kept-figures";
import { PARTS } from "./parts";

const { values, positionals } = parseArgs({
  options: { quick: { type: "boolean", default: false } },
  allowPositionals: true,
});
const names = PARTS.map(({ name }) => name);
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. The parts are ${names.join(", ")}.`);
  process.exit(2);
}

await atBenchPlace(values.quick, async (place) => {
  for (const { name, measure } of PARTS) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    // Kept at once: a part that fails later takes nothing away.
    keepFigures(await measure(place), values.quick ? ", --quick" : "");
  }
});
