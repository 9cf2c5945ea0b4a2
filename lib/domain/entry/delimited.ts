/** Ends a cell that was opened by a quote; without an end that something sensible follows, the quote is only a quote. */
function quotedCell(text: string, start: number, separator: string): { value: string; end: number } | null {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    const after = text[at + 1];
    if (after !== undefined && after !== separator && after !== "\n" && after !== "\r") return null;
    return { value: text.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 };
  }
  return null;
}

function bareEnd(text: string, start: number, separator: string): number {
  let at = start;
  while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at += 1;
  return at;
}

/** Cells as a spreadsheet puts them on the clipboard (tab) or in a file (semicolon), with quotes around what needs them. */
export function parseDelimited(text: string, separator = "\t"): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at, separator) : null;
    const end = quoted?.end ?? bareEnd(text, at, separator);
    row.push(quoted?.value ?? text.slice(at, end));
    if (text[end] === separator) {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1;
    // The line end after the last line opens no new one.
    if (at >= text.length) break;
  }
  return rows;
}

/** The same cells as text again: `parseDelimited` gives them back. */
export const renderDelimited = (rows: readonly (readonly string[])[], separator = "\t"): string =>
  rows
    .map((row) =>
      row
        .map((cell) =>
          cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
        )
        .join(separator),
    )
    .map((line) => `${line}\r\n`)
    .join("");
