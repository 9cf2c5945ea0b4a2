import { getTranslations } from "@/i18n/translations";
import { LOCALES } from "@/lib/views/locale";
import type { Collected, PackagePlan } from "./plan";

/** What lies in the package and how to check it, in both languages. */
export async function readmeText(
  { programme, what, knownAt, validOn, signer }: PackagePlan,
  { tables, journal }: Collected,
): Promise<string> {
  const parts: string[] = [];
  for (const locale of LOCALES) {
    const t = await getTranslations({ locale, namespace: "exports.readme" });
    const name = locale === "en" ? programme.nameEn : programme.nameNl;
    parts.push(
      [
        t("title", { name }),
        ...(programme.isPractice ? [t("practice")] : []),
        t("what", { what, known: knownAt }) + (validOn === null ? "" : ` ${t("valid", { valid: validOn })}`),
        "",
        t("check"),
        "  node geldstroom-verify.mjs .",
        t("page"),
        ...(signer === null ? [t("unsigned")] : [t("signed", { key: signer.keyId })]),
        "",
        t("files"),
        ...tables.map(({ path, rows }) => `  ${path}: ${t("table", { rows })}`),
        ...(journal === null
          ? []
          : [
              `  ${journal.path}: ${t("entries", { count: journal.entries })}`,
              ...(journal.checkpoint === null ? [] : [`  ${journal.checkpoint}: ${t("checkpoint")}`]),
            ]),
        `  *.rijen.tsv: ${t("marks")}`,
        `  manifest.json: ${t("manifest")}`,
      ].join("\n"),
    );
  }
  return `${parts.join("\n\n\n")}\n`;
}
