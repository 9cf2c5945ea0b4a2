import type { Locale } from "./locale";

/** "a, b en c". */
export const together = (items: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: "conjunction" }).format(items);
