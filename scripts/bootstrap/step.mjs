const NAME_WIDTH = 22;
const terminal = process.stdout.isTTY;

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`.padStart(8);

/**
 * Runs one step of a longer job and prints a line with its time; the work may return or say what it found.
 * On a terminal the time runs while you wait; in a log there is one line per step.
 */
export async function step(name, work) {
  const started = performance.now();
  const line = (sign, note) =>
    `${sign} ${name.padEnd(NAME_WIDTH)}${seconds(started)}${note ? `  ${note}` : ""}`;
  const show = terminal ? setInterval(() => process.stdout.write(`\r${line("·", "")}`), 500) : undefined;
  const finish = (sign, note) => {
    clearInterval(show);
    console.log(`${terminal ? "\r\u001b[2K" : ""}${line(sign, note)}`);
  };
  let note = "";
  try {
    const result = await work((text) => {
      note = text;
    });
    finish("✓", note);
    return result;
  } catch (error) {
    finish("✗", "");
    throw error;
  }
}
