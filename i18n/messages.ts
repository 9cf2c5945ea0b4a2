import type { AbstractIntlMessages } from "next-intl";
import type { Locale } from "@/lib/views/locale";
import { NAMESPACES } from "./namespaces";

async function load(locale: Locale): Promise<AbstractIntlMessages> {
  const files = await Promise.all(
    NAMESPACES.map(async (namespace) => {
      const file: { default: AbstractIntlMessages } = await import(`../messages/${locale}/${namespace}.json`);
      return [namespace, file.default] as const;
    }),
  );
  return Object.fromEntries(files);
}

const loaded = new Map<Locale, Promise<AbstractIntlMessages>>();

/** All messages of a language, read once per server. They stay there: the browser gets ready text. */
export function messagesOf(locale: Locale): Promise<AbstractIntlMessages> {
  const known = loaded.get(locale) ?? load(locale);
  loaded.set(locale, known);
  return known;
}
