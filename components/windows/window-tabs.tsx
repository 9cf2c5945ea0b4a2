import { useTranslations } from "next-intl";
import { Switch } from "@/components/signs/switch";

const TABS = [
  ["reports", ""],
  ["windows", "/perioden"],
  ["matrix", "/perioden/stand"],
  ["exceptions", "/perioden/uitzonderingen"],
  ["calendar", "/perioden/agenda"],
] as const;
export type WindowTab = (typeof TABS)[number][0];

/** The parts of reporting: the reports themselves, when they are due, how all stand, and who is excepted. */
export function WindowTabs({ current, programme }: { current?: WindowTab; programme: string }) {
  const t = useTranslations("windows.tabs");
  const base = `/programma/${programme}/rapportages`;
  const own = TABS.map(([key, path]) => ({ label: t(key), href: base + path, current: key === current }));
  return (
    <div className="below-m">
      <Switch
        label={t("label")}
        options={[...own, { label: t("mail"), href: "/berichten", current: false }]}
      />
    </div>
  );
}
