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
    entry: ({ what, years, theme, place }) => {
      const told = years === "" ? what : t("entry", { what, years });
      return [theme, place].reduce<string>(
        (all, more) => (more === null ? all : t("entryMore", { told: all, more })),
        told,
      );
    },
    rest: (lines) => t("rest", { count: Number(lines) }),
    about: (cause, facts) => t(`about.${cause}`, { title: "", name: "", years: "", ...facts }),
    item: (is, facts) =>
      t(`items.${is}`, {
        number: "",
        code: "",
        on: "",
        units: "",
        unit: "",
        amount: "",
        words: "",
        what: "",
        recorded: "",
        count: "",
        ...facts,
      }),
    readings: (adds, leaves) => t("readings", { adds, leaves }),
  };
}
