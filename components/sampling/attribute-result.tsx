import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/signs/alert";
import { KeyFigures } from "@/components/signs/key-figures";
import { SourceLink } from "@/components/signs/source-link";
import type { AttributeOutcome } from "@/lib/domain/sampling/outcome";
import { count } from "@/lib/views/digits";
import { percentage } from "@/lib/views/money";
import { shareText } from "@/lib/views/sisa";

/** How many lines of the population can deviate, from how many of the sample do. */
export function AttributeResult({ outcome, confidence }: { outcome: AttributeOutcome; confidence: number }) {
  const t = useTranslations("sampling.attribute");
  const locale = useLocale();
  const { items, size, found, upper, tolerable, along, supports } = outcome;
  const share = (part: number) => percentage(BigInt(part), BigInt(items), locale) ?? "";
  const words = {
    upper: count(upper, locale),
    share: share(upper),
    tolerable: count(tolerable, locale),
    confidence: shareText(confidence, locale),
    items: count(items, locale),
    size: count(size, locale),
    found: count(found, locale),
  };
  return (
    <>
      <Alert
        id="conclusie"
        level={3}
        tone={supports ? "ok" : "warn"}
        title={t(supports ? "supports" : "doesNot", words)}
      >
        <p>{t(supports ? "supportsText" : "doesNotText", words)}</p>
      </Alert>
      <KeyFigures
        figures={[
          { label: t("found"), figure: words.found, sub: t("foundText", words) },
          { label: t("upper"), figure: words.upper, sub: t("upperText", words) },
          { label: t("tolerable"), figure: words.tolerable, sub: t("tolerableText", words) },
        ]}
      />
      {along > 0 && <p className="above-m">{t("along", { count: along })}</p>}
      <p className="small above-m">{t("formula")}</p>
      <p className="small">
        <SourceLink wrap>{t("source")}</SourceLink>
      </p>
    </>
  );
}
