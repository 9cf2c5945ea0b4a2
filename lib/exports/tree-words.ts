import { getTranslations } from "@/i18n/translations";
import type { Locale } from "@/lib/views/locale";
import type { TreeWords } from "@/lib/views/reconciliation";

/** The names of nodes and differences in the reader's language. */
export async function treeWords(locale: Locale): Promise<TreeWords> {
  const t = await getTranslations({ locale, namespace: "reconciliation" });
  const kinds = await getTranslations({ locale, namespace: "ledger.kinds" });
  return {
    kind: (kind) => kinds(kind),
    note: (note) => t("note", { note: String(note) }),
    entry: ({ what, years, theme }) => {
      const told = years === "" ? what : t("entry", { what, years });
      return theme === null ? told : t("entryTheme", { told, theme });
    },
    rest: (lines) => t("rest", { count: Number(lines) }),
    about: (cause, facts) => t(`about.${cause}`, { title: "", name: "", years: "", ...facts }),
    item: (is, facts) =>
      t(`items.${is}`, { number: "", code: "", on: "", units: "", unit: "", amount: "", ...facts }),
    readings: (adds, leaves) => t("readings", { adds, leaves }),
  };
}
