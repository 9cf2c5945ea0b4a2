/**
 * `npm test`, or with --quick `npm run check`. Names of stages after it run only those: `npm test -- types e2e`.
 * A failed stage never hides another one; the last line counts them all.
 */

import { clearAfterTheDead } from "../start/participants.ts";
import { takeSignals } from "../start/signals.ts";
import { type Outcome, refused } from "./outcome.ts";
import { BROWSER, PREPARE, QUICK, SLOW, type Stage } from "./stages.ts";

const AT_ONCE = 2;
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const quick = process.argv.includes("--quick");
const groups = quick ? [PREPARE, QUICK] : [PREPARE, QUICK, SLOW, BROWSER];
const known = groups.flat().map(({ name }) => name);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. The stages are ${known.join(", ")}.`);
  process.exit(2);
}
takeSignals(() => process.exit(130));

const total = { passed: 0, failed: 0, skipped: 0 };

async function outcomeOf(stage: Stage): Promise<Outcome> {
  try {
    return await stage.run();
  } catch (error) {
    return refused(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

async function runStage(stage: Stage): Promise<void> {
  const started = performance.now();
  const { passed, failed, skipped, output } = await outcomeOf(stage);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const counts = `${passed} passed${failed > 0 ? `, ${failed} failed` : ""}${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  console.log(`${failed === 0 ? "✓" : "✗"} ${stage.name.padEnd(16)}${`${seconds} s`.padStart(8)}  ${counts}`);
  if (failed > 0) console.log(`\n${output.trim().replace(/^/gm, "    ")}\n`);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/** A few at a time, in the order of the list. */
async function runGroup(stages: readonly Stage[], atOnce: number): Promise<void> {
  const queue = [...stages];
  const worker = async () => {
    for (let stage = queue.shift(); stage; stage = queue.shift()) await runStage(stage);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

await clearAfterTheDead();
for (const group of groups) {
  const chosen = group.filter(({ name }) => group === PREPARE || asked.length === 0 || asked.includes(name));
  await runGroup(chosen, group === PREPARE ? 1 : AT_ONCE);
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
