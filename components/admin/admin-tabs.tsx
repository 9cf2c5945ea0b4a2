import { useTranslations } from "next-intl";
import { Switch } from "@/components/signs/switch";

const TABS = [
  ["people", "/beheer"],
  ["organisations", "/beheer/organisaties"],
  ["sessions", "/beheer/sessies"],
  ["log", "/beheer/logboek"],
  ["mail", "/berichten"],
] as const;
export type AdminTab = (typeof TABS)[number][0];

/** The parts of the administrator's desk. */
export function AdminTabs({ current }: { current: AdminTab }) {
  const t = useTranslations("admin.tabs");
  return (
    <div className="below-m">
      <Switch
        label={t("label")}
        options={TABS.map(([key, href]) => ({ label: t(key), href, current: key === current }))}
      />
    </div>
  );
}
