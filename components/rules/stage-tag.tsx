import { useTranslations } from "next-intl";
import { Tag } from "@/components/signs/tag";
import type { RuleStage } from "@/lib/domain/rules/stage";
import { STAGE_LOOK } from "./look";

export function StageTag({ stage }: { stage: RuleStage }) {
  const t = useTranslations("stages.stage");
  return <Tag {...STAGE_LOOK[stage]}>{t(stage)}</Tag>;
}
