import { getTranslations } from "next-intl/server";
import type { FlowWords } from "@/lib/views/overview-flow";

/** The words of the flow drawing in the reader's language. */
export async function flowWords(): Promise<FlowWords> {
  const t = await getTranslations("programme.flow");
  const notes = await getTranslations("programme.notes");
  return {
    unknownMinistry: t("unknownMinistry"),
    note: (note) => t("note", { note: String(note) }),
    or: notes("or"),
    earmark: {
      exclusive: t("meant.exclusive"),
      priority: t("meant.priority"),
      share_of_national: t("meant.share_of_national"),
      unknown: t("meant.unknown"),
    },
    outside: (municipality) => t("outside", { municipality }),
  };
}
