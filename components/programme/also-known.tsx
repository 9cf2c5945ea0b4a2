import { useLocale, useTranslations } from "next-intl";
import { DiffTag } from "@/components/signs/diff-tag";
import type { LandedArea } from "@/lib/domain/claims/landed";
import { eitherOf } from "@/lib/views/calculations";

/** What is known of an area beside its exact awards; figures that compete come first, and all of them. */
export function AlsoKnown({ area }: { area: LandedArea }) {
  const t = useTranslations("programme.areas");
  const or = useTranslations("programme.notes")("or");
  const locale = useLocale();
  const { contested, rounded, areaUnknown } = area;
  const figures = [...new Set(contested.flatMap(({ amount }) => amount ?? []))].sort((a, b) =>
    a < b ? -1 : 1,
  );
  const some = [
    ...(rounded.length > 0 ? [t("roundedCount", { count: rounded.length })] : []),
    ...(areaUnknown.length > 0
      ? [`${t("roundedCount", { count: areaUnknown.length })}, ${t("areaUnknown")}`]
      : []),
  ].join("; ");
  if (contested.length === 0) return some === "" ? <span className="muted">{t("no")}</span> : some;
  return (
    <>
      <DiffTag cause="source_conflict">{eitherOf(figures, or, locale)}</DiffTag>
      {some !== "" && <span className="meta">{some}</span>}
    </>
  );
}
