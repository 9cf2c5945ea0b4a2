/**
 * `npm run bench [-- --quick] [PART ...]`: what the ledger costs beside bare PostgreSQL, as ratios from one run. Nothing is
 * asserted; the tables are printed and kept in tests/bench/README.md. --quick leaves the journal of a million entries out;
 * names of parts measure only those.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { inProject } from "@/scripts/start/project";
import { atBenchPlace } from "./bench-place";
import { withFigures } from "./kept-figures";
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

const machine = () =>
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model ?? "?"}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, PostgreSQL 18 with fsync on${values.quick ? ", --quick" : ""}.`;
const readme = inProject("tests/bench/README.md");

await atBenchPlace(values.quick, async (place) => {
  for (const { name, measure } of PARTS) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const sections = (await measure(place)).map(({ heading, table }) => ({
      heading,
      text: `${machine()}\n\n${table}`,
    }));
    for (const { heading, text } of sections) console.log(`\n## ${heading}\n\n${text}`);
    // Kept at once: a part that fails later takes nothing away.
    writeFileSync(readme, withFigures(readFileSync(readme, "utf8"), sections));
  }
});
