import { getTranslations } from "next-intl/server";
import { tryAuthorize } from "@/lib/auth/authorize";
import type { ExportJob } from "@/lib/domain/exports/job";
import { one } from "@/lib/input/as-of";
import { ledgerChoices } from "@/lib/queries/ledger/list-entries";

type Named = readonly { readonly code: string; readonly name: string }[];
type ScopeText = (job: Pick<ExportJob, "question">) => string;

const named = (choices: Named, code: string) => choices.find((choice) => choice.code === code)?.name ?? code;

/** What tells one export from another of its kind: "Voorbeeldstad, 2024, bekend op 31-12-2025"; empty for everything. */
export async function exportScopes(programmeId: string): Promise<ScopeText> {
  const t = await getTranslations("exports.scope");
  const grant = await tryAuthorize("journal:read");
  const { streams, municipalities } =
    grant === null ? { streams: [], municipalities: [] } : await ledgerChoices(grant, programmeId);
  return ({ question }) => {
    const asked = (name: string) => one(question[name]);
    return [
      named(streams, asked("geldstroom")),
      named(municipalities, asked("gemeente")),
      asked("jaar"),
      asked("zoek") && t("search", { text: asked("zoek") }),
      asked("geldig") && t("valid", { on: asked("geldig") }),
      asked("bekend") && t("known", { at: asked("bekend") }),
    ]
      .filter((part) => part !== "")
      .join(", ");
  };
}
