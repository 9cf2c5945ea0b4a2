/**
 * `npm run bench:scale [-- ENTRIES ...]`: reading a journal of these sizes, 100.000 and 1.000.000 when none is given, on a
 * throw-away server. The table is printed and kept in tests/bench/README.md; nothing is asserted.
 */
import { atBenchPlace } from "./bench-place";
import { keepFigures } from "./kept-figures";
import { benchScale } from "./scale";
import { tableOf } from "./table";

const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : [100_000, 1_000_000];
const one = (value: number) => value.toFixed(1);

await atBenchPlace(false, async ({ filled }) => {
  const { addresses } = await filled();
  const rows = await benchScale(addresses.superuser, sizes);
  const table = tableOf(
    ["Entries", "Made, s", "Cells", "Tree, ms", "List, ms", "As of by months, ms", "By a scan, ms", "Ratio"],
    rows.map(({ entries, madeSeconds, cells, treeMs, listMs, cubeMs, scanMs }) => [
      entries,
      one(madeSeconds),
      cells,
      one(treeMs),
      one(listMs),
      one(cubeMs),
      one(scanMs),
      (cubeMs / scanMs).toFixed(3),
    ]),
  );
  const heading =
    "Reading a journal spread over twenty years (targets: pages at 10 million at most 1.5 x those at 100 thousand, as of by months at most 0.1 x a scan)";
  keepFigures([{ heading, table }]);
});
