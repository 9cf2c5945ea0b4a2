export const LOCALES = ["nl", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** Dutch is what the programme speaks; English is a choice, kept in the cookie. */
export const DEFAULT_LOCALE: Locale = "nl";
export const LOCALE_COOKIE = "taal";

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** Anything that is not a language of ours reads as the default: a cookie is typed by whoever holds it. */
export function localeOf(value: unknown): Locale {
  return isLocale(value) ? value : DEFAULT_LOCALE;
}

export function otherLocale(locale: Locale): Locale {
  return locale === "nl" ? "en" : "nl";
}
