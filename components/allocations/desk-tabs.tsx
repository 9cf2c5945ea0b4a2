import { useTranslations } from "next-intl";
import { Switch } from "@/components/signs/switch";
import type { Permission, Role } from "@/lib/domain/access";
import { mayDo } from "@/lib/domain/access";

const TABS = [
  ["allocations", "/toekenningen", "allocation:read"],
  ["batches", "/verzamelvoorstellen", "proposal:read"],
  ["keys", "/verdeelsleutels", "proposal:read"],
  ["scenarios", "/scenarios", "scenario:read"],
  ["advances", "/voorschotten", "proposal:read"],
] as const satisfies readonly (readonly [string, string, Permission])[];
export type DeskTab = (typeof TABS)[number][0];

type DeskTabsProps = { current: DeskTab; programme: string; roles: readonly Role[] };

/** The parts of the desk where allocations are made, changed and paid; one who sees a single part needs no tabs. */
export function DeskTabs({ current, programme, roles }: DeskTabsProps) {
  const t = useTranslations("allocations.tabs");
  const open = TABS.filter(([, , permission]) => roles.some((role) => mayDo(role, permission)));
  if (open.length < 2) return null;
  return (
    <div className="below-m">
      <Switch
        label={t("label")}
        options={open.map(([key, path]) => ({
          label: t(key),
          href: `/programma/${programme}${path}`,
          current: key === current,
        }))}
      />
    </div>
  );
}
