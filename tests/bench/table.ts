/** A table in Markdown, as it is printed and kept. */
const row = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;

export const tableOf = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");

export const two = (value: number): string => value.toFixed(2);
