import { getTranslations } from "next-intl/server";
import { type ExportJob, PACKAGE_KIND } from "@/lib/domain/exports/job";

/** "Grootboekposten als CSV, met bewijs". */
export async function exportTitle({ kind, format, proved }: ExportJob): Promise<string> {
  const t = await getTranslations("exports");
  if (kind === PACKAGE_KIND) return t("package.title");
  const kinds = (await getTranslations("ledger.export.kinds")) as unknown as (kind: string) => string;
  return t(proved ? "provedAs" : "as", { what: kinds(kind), format: format.toUpperCase() });
}
