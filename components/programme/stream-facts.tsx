import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Facts } from "@/components/signs/facts";
import type { VatBasis } from "@/lib/domain/claims/claim";
import type { Earmark } from "@/lib/domain/claims/flow";
import { shortDate } from "@/lib/views/dates";

interface Words {
  readonly nameInLeaflet: string | null;
  readonly instrumentText: string | null;
  readonly earmark: Earmark;
  readonly earmarkText: string | null;
  readonly recipientText: string | null;
  readonly vatBasis: VatBasis;
  readonly budgetLabel: string | null;
  readonly legalBasis: string | null;
  readonly legalReference: string | null;
  readonly periodText: string | null;
  readonly distributionText: string | null;
  readonly cofinancingText: string | null;
  readonly carryOverText: string | null;
  readonly sisaCode: string | null;
  readonly ministries: readonly {
    readonly role: "owner" | "donor";
    readonly name: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
}

/** What is known of a stream; what was looked for and not found says so. */
export function StreamFacts({ stream }: { stream: Words }) {
  const t = useTranslations("programme.streams");
  const claims = useTranslations("claims");
  const locale = useLocale();
  const fact = (term: string, value: ReactNode) => ({
    term: t(term),
    value: value ?? <span className="absent">{t("notFound")}</span>,
  });
  const ministry = ({ name, from, to }: Words["ministries"][number]) =>
    from === null
      ? name
      : to === null
        ? t("ownerFrom", { ministry: name, from: shortDate(from, locale) })
        : t("ownerSpan", { ministry: name, from: shortDate(from, locale), to: shortDate(to, locale) });
  const of = (role: "owner" | "donor") => {
    const names = stream.ministries.filter((one) => one.role === role).map(ministry);
    return names.length === 0 ? null : names.join("; ");
  };
  const donors = of("donor");
  return (
    <Facts
      wide
      facts={[
        ...(stream.nameInLeaflet === null ? [] : [fact("inLeaflet", stream.nameInLeaflet)]),
        fact("owner", of("owner")),
        ...(donors === null ? [] : [fact("donor", donors)]),
        fact("instrument", stream.instrumentText),
        fact("earmark", stream.earmarkText ?? claims(`earmark.${stream.earmark}`)),
        fact("recipient", stream.recipientText),
        fact("vat", claims(`vat.${stream.vatBasis}`)),
        fact("period", stream.periodText),
        fact("distribution", stream.distributionText),
        fact("cofinancing", stream.cofinancingText),
        fact("carryOver", stream.carryOverText),
        fact("budget", stream.budgetLabel),
        fact("legal", stream.legalBasis),
        fact("reference", stream.legalReference),
        fact("sisa", stream.sisaCode),
      ]}
    />
  );
}
