const MARK = "<!-- figures -->";

/** The text with these sections in it: one of the same heading takes the place of the one that was kept. */
export function withFigures(
  text: string,
  sections: readonly { readonly heading: string; readonly text: string }[],
): string {
  const [before = "", after = ""] = text.split(MARK);
  const kept = new Map(
    after
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.split("\n", 1)[0] ?? "", section.slice(section.indexOf("\n")).trim()]),
  );
  for (const { heading, text: figures } of sections) kept.set(heading, figures);
  const whole = [...kept].map(([heading, figures]) => `## ${heading}\n\n${figures}\n`);
  return `${before}${MARK}\n\n${whole.join("\n")}`;
}
