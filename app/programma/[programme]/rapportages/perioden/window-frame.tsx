import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ProgrammeFrame } from "@/app/programma/[programme]/programme-frame";
import { Alert } from "@/components/signs/alert";
import { type WindowTab, WindowTabs } from "@/components/windows/window-tabs";
import type { Grant, Permission } from "@/lib/domain/access";
import { WINDOW_DONE } from "@/lib/input/window";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { reportPath } from "@/lib/views/reports";
import "@/app/styles/windows.css";

type WindowFrameProps = {
  grant: Grant<Permission>;
  programme: ProgrammeRow;
  /** The tab; without one the page is under a tab, and its title is the last crumb. */
  current?: WindowTab;
  crumb?: string;
  heading: ReactNode;
  done?: string | string[];
  children: ReactNode;
};

/** What the pages about windows share: crumbs, title, tabs, and what was just done. */
export async function WindowFrame({
  grant,
  programme,
  current,
  crumb,
  heading,
  done,
  children,
}: WindowFrameProps) {
  const t = await getTranslations("windows");
  const reports = reportPath(programme.code);
  const said = WINDOW_DONE.parse(done);
  const windows = { label: t("title"), href: `${reports}/perioden` };
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="reports"
      crumbs={[
        { label: t("tabs.reports"), href: reports },
        ...(crumb === undefined ? [{ label: t("title") }] : [windows, { label: crumb }]),
      ]}
    >
      {heading}
      <WindowTabs current={current} programme={programme.code} />
      {said && <Alert id="gedaan" tone="ok" announce title={t(`done.${said}`)} />}
      {children}
    </ProgrammeFrame>
  );
}
