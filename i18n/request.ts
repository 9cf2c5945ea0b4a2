import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLocale, LOCALE_COOKIE, type Locale, localeOf } from "@/lib/views/locale";
import { messagesOf } from "./messages";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
  }
}

/** The language is the reader's choice, kept in a cookie; the address of a page is the same in both. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked) ? asked : localeOf((await cookies()).get(LOCALE_COOKIE)?.value);
  return { locale, messages: await messagesOf(locale), timeZone: "Europe/Amsterdam" };
});
