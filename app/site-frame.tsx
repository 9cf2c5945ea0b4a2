import type { ReactNode } from "react";
import type { Crumb } from "@/components/shell/breadcrumbs";
import { PageShell } from "@/components/shell/page-shell";
import type { NavigationKey } from "@/lib/views/navigation";

type SiteFrameProps = {
  crumbs?: readonly Crumb[];
  current?: NavigationKey;
  practice?: boolean;
  children: ReactNode;
};

/** The shell around a page that belongs to no programme. */
export async function SiteFrame({ crumbs, current, practice, children }: SiteFrameProps) {
  return (
    <PageShell viewer={null} current={current} breadcrumbs={crumbs} practice={practice}>
      {children}
    </PageShell>
  );
}
