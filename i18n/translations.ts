import type { getTranslations as inRequest } from "next-intl/server";
import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/views/locale";
import { messagesOf } from "./messages";

type Translator = Awaited<ReturnType<typeof inRequest>>;

interface Wanted {
  readonly locale: Locale;
  readonly namespace: string;
}

/** The words of a feature where no request is: for files, which the worker and the commands make as well. */
export async function getTranslations({ locale, namespace }: Wanted): Promise<Translator> {
  const messages = await messagesOf(locale);
  return createTranslator({
    locale,
    namespace,
    messages,
    timeZone: "Europe/Amsterdam",
  });
}
