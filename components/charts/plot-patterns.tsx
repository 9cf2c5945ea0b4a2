const PLAIN = { 1: "var(--gs-chart-1)", 2: "var(--gs-chart-2)", 3: "var(--gs-chart-3)" } as const;
const LINED = {
  5: { ink: PLAIN[1], turn: 45 },
  6: { ink: PLAIN[2], turn: -45 },
  7: { ink: PLAIN[3], turn: 0 },
} as const;

/** The fill of a series: an ink, or the same ink in lines or dots. Matches the swatch of that number. */
export function fillOf(prefix: string, swatch: number): string {
  return PLAIN[swatch as keyof typeof PLAIN] ?? `url(#${prefix}${swatch})`;
}

export function PlotPatterns({ prefix }: { prefix: string }) {
  return (
    <defs>
      {Object.entries(LINED).map(([swatch, { ink, turn }]) => (
        <pattern
          key={swatch}
          id={prefix + swatch}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${turn})`}
        >
          <rect width="4" height="4" fill="var(--gs-bg)" />
          <rect width="2" height="4" fill={ink} />
        </pattern>
      ))}
      <pattern id={`${prefix}8`} width="4" height="4" patternUnits="userSpaceOnUse">
        <rect width="4" height="4" fill="var(--gs-bg)" />
        <circle cx="2" cy="2" r="1.25" fill="var(--gs-ink)" />
      </pattern>
    </defs>
  );
}
