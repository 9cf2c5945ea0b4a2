const ESCAPED = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" } as const;

/** A value as COPY writes it in text format. */
function value(field: string): string | null {
  if (!field.includes("\\")) return field;
  if (field === "\\N") return null;
  return field.replace(/\\(.)/g, (_, letter: string) => ESCAPED[letter as keyof typeof ESCAPED] ?? letter);
}

/** The rows of a COPY in text format with a header: each column as text or null; pieces are cut where they come. */
export async function* copiedRows<T>(source: AsyncIterable<Uint8Array>): AsyncGenerator<T[]> {
  const decoder = new TextDecoder();
  let names: readonly string[] | null = null;
  let rest = "";
  for await (const piece of source) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    if (names === null) {
      const header = lines.shift();
      if (header === undefined) continue;
      names = header.split("\t");
    }
    if (lines.length > 0) yield rowsOf<T>(names, lines);
  }
  if (names === null || rest !== "") throw new Error("the copy of the database stopped halfway");
}

const rowsOf = <T>(names: readonly string[], lines: readonly string[]): T[] =>
  lines.map((line) => {
    const fields = line.split("\t");
    const row: Record<string, string | null> = {};
    for (let at = 0; at < names.length; at += 1) row[names[at] as string] = value(fields[at] as string);
    return row as T;
  });
