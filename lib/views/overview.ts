import type { Cents } from "@/lib/domain/money";
import type { YearMeasure } from "@/lib/domain/overview/stream-figures";
import type { StreamOverview } from "@/lib/domain/overview/stream-overview";
import type { Locale } from "./locale";
import { amount } from "./money";

/** In the order of their bars: from what there is to what was spent. */
const DRAWN = ["ceiling", "allocated", "advanced", "spent"] as const satisfies readonly YearMeasure[];

interface PictureWords {
  readonly none: string;
  readonly names: (measure: (typeof DRAWN)[number]) => string;
}

/** The bars of each year with their labels, ready to draw; a measure that is not kept per year has no bar. */
export function pictureYears(years: StreamOverview["years"], locale: Locale, words: PictureWords) {
  const dated = years.filter(({ year }) => year !== null);
  const drawn = DRAWN.filter((measure) => dated.some(({ sums }) => sums[measure] !== null));
  return dated.map(({ year, sums }) => ({
    year: String(year),
    bars: drawn.map((measure) => ({
      name: words.names(measure),
      value: sums[measure],
      label: labelOf(sums[measure], locale, words.none),
      tone: measure,
    })),
  }));
}

const labelOf = (value: Cents | null, locale: Locale, none: string) =>
  value === null ? none : amount(value, locale);

/** Where the history of a figure can be read, with the filters that make it this figure. */
export function historyAddress(
  stream: string,
  asked: Readonly<Record<string, string | number | null>>,
): string {
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) =>
      value === null || value === "" ? [] : [[name, String(value)]],
    ),
  );
  return `${stream}/geschiedenis?${query}`;
}
