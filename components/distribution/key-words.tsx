import { useLocale, useTranslations } from "next-intl";
import type { KeyDefinition, KeyPart, Take } from "@/lib/domain/distribution/key";
import { grouped } from "@/lib/views/digits";
import type { Locale } from "@/lib/views/locale";
import { euro } from "@/lib/views/money";

type KeyWordsProps = { definition: KeyDefinition; names: ReadonlyMap<string, string> };

/** What a key does, in plain words, part by part in the order in which they are done. */
export function KeyWords({ definition, names }: KeyWordsProps) {
  const t = useTranslations("distribution.words");
  const { grain, among, parts } = definition;
  const sentence = usePartWords(names);
  return (
    <>
      <p>{among === null ? t(`all.${grain}`) : t(`among.${grain}`, { input: among })}</p>
      <ol>
        {parts.map((part, index) => (
          <li key={index}>{sentence(part)}</li>
        ))}
      </ol>
    </>
  );
}

/** A part of a key as a sentence. */
export function usePartWords(names: ReadonlyMap<string, string>): (part: KeyPart) => string {
  const t = useTranslations("distribution.words");
  const locale = useLocale();
  const taken = (take: Take) => {
    if (take.of === "rest") return t("take.rest");
    if (take.of === "amount") return t("take.amount", { amount: euro(take.cents, locale) });
    return t("take.share", { share: percent(take.hundredths, locale) });
  };
  return (part) => {
    switch (part.kind) {
      case "fixed_per_class":
        return t("fixed_per_class", { g4: euro(part.g4, locale), other: euro(part.other, locale) });
      case "per_unit":
        return part.statedUnits === null
          ? t("per_unit", { amount: euro(part.cents, locale), input: part.input })
          : t("per_unit_stated", {
              amount: euro(part.cents, locale),
              input: part.input,
              units: grouped(part.statedUnits, locale),
            });
      case "weighted":
        return t("weighted", { take: taken(part.take), input: part.input });
      case "equal":
        return t("equal", { take: taken(part.take) });
      case "residual":
        return part.to === "one"
          ? t("residual.one", { name: names.get(part.recipient) ?? part.recipient })
          : t(`residual.${part.to}`);
      case "floor":
        return t("floor", { amount: euro(part.cents, locale) });
      case "cap":
        return t("cap", { amount: euro(part.cents, locale) });
    }
  };
}

const percent = (hundredths: bigint, locale: Locale) => {
  const rest = (hundredths % 100n).toString().padStart(2, "0");
  const mark = locale === "nl" ? "," : ".";
  return `${hundredths / 100n}${rest === "00" ? "" : mark + rest}%`;
};
