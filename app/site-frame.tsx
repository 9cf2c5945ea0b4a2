import type { ReactNode } from "react";
import { SignOutForm } from "@/app/uitloggen/sign-out-form";
import type { Crumb } from "@/components/shell/breadcrumbs";
import { PageShell } from "@/components/shell/page-shell";
import { getViewer } from "@/lib/auth/viewer";
import type { NavigationKey } from "@/lib/views/navigation";

type SiteFrameProps = {
  crumbs?: readonly Crumb[];
  current?: NavigationKey;
  practice?: boolean;
  children: ReactNode;
};

/** The shell around a page that belongs to no programme. */
export async function SiteFrame({ crumbs, current, practice, children }: SiteFrameProps) {
  const viewer = await getViewer();
  return (
    <PageShell
      viewer={viewer}
      current={current}
      breadcrumbs={crumbs}
      practice={practice}
      signOut={viewer && <SignOutForm />}
    >
      {children}
    </PageShell>
  );
}
