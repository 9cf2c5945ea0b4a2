/** The records of a csv (RFC 4180), whatever the line ends; a field between quotes may hold them. */
export function* csvRecords(text: string, separator: string): Generator<{ cells: string[]; line: number }> {
  let [at, line] = [text.startsWith("\uFEFF") ? 1 : 0, 1];
  while (at < text.length) {
    const begun = line;
    const cells: string[] = [];
    for (;;) {
      let cell = "";
      if (text[at] === '"') {
        at += 1;
        for (;;) {
          const end = text.indexOf('"', at);
          const to = end < 0 ? text.length : end;
          cell += text.slice(at, to);
          at = to + 1;
          if (text[at] !== '"') break;
          cell += '"';
          at += 1;
        }
        line += cell.split("\n").length - 1;
      }
      const from = at;
      while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at += 1;
      cells.push(cell + text.slice(from, at));
      if (text[at] !== separator) break;
      at += 1;
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
    at += 1;
    line += 1;
    yield { cells, line: begun };
  }
}
