import { useTranslations } from "next-intl";
import { PageContents } from "@/components/signs/page-contents";
import { schemeId } from "@/components/sisa/indicator-tables";
import type { DeliveredScheme } from "@/lib/domain/sisa/content";

type YearPartsProps = { schemes: readonly DeliveredScheme[]; answers: boolean };

/** Where one finds what on the page of a year, from top to bottom. */
export function YearParts({ schemes, answers }: YearPartsProps) {
  const t = useTranslations("sisa");
  return (
    <PageContents
      parts={[
        { href: "#plausibiliteit", title: t("parts.findings") },
        ...schemes.map((scheme) => ({ href: `#${schemeId(scheme)}`, title: scheme.name })),
        { href: "#fouten", title: t("tolerance.title") },
        ...(answers ? [{ href: "#aanvullen", title: t("answers.title") }] : []),
        { href: "#versies", title: t("versions.title") },
      ]}
    />
  );
}
