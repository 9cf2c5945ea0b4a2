import { useTranslations } from "next-intl";
import type { FormTexts } from "./form-context";

/** The words of a form, looked up on the server: no translations are sent to the browser. */
export function useFormTexts(refusal?: string): FormTexts {
  const t = useTranslations("errors.form");
  const said = refusal ?? t("refused");
  return {
    error: t("error"),
    busy: t("busy"),
    optional: t("optional"),
    one: t("one", { said }),
    many: t("many", { said, count: "{count}" }),
  };
}
