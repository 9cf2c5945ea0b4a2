export const LINES_PER_PAGE = 50;

interface Asked {
  /** Number of the page, as the address has it. */
  readonly page?: unknown;
  /** Key of a line that has to be on it. */
  readonly line?: unknown;
}

/** The page that is asked for: by its number, or the one with the line that the address is about. Always one that is there. */
export function linePage(lines: readonly { readonly key: string }[], { page, line }: Asked): number {
  const place = Math.max(
    0,
    lines.findIndex(({ key }) => key === line),
  );
  const asked =
    typeof page === "string" && /^[1-9]\d{0,4}$/.test(page)
      ? Number(page)
      : Math.floor(place / LINES_PER_PAGE) + 1;
  return Math.min(asked, Math.max(1, Math.ceil(lines.length / LINES_PER_PAGE)));
}

export const linesOn = <Line>(lines: readonly Line[], page: number): Line[] =>
  lines.slice((page - 1) * LINES_PER_PAGE, page * LINES_PER_PAGE);
