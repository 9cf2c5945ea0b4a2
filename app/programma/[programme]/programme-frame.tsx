import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { SignOutForm } from "@/app/uitloggen/sign-out-form";
import type { Crumb } from "@/components/shell/breadcrumbs";
import { PageShell } from "@/components/shell/page-shell";
import { getViewer } from "@/lib/auth/viewer";
import type { Grant, Permission } from "@/lib/domain/access";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { latestCheckpoint } from "@/lib/queries/programmes/latest-checkpoint";
import { checkpointLine } from "@/lib/views/checkpoint";
import type { NavigationKey } from "@/lib/views/navigation";

type FrameProps = {
  grant: Grant<Permission>;
  programme: ProgrammeRow;
  current?: NavigationKey;
  /** From the programme on; the programme itself is put in front. */
  crumbs?: readonly Crumb[];
  children: ReactNode;
};

/** The shell around every page of a programme. */
export async function ProgrammeFrame({ grant, programme, current, crumbs = [], children }: FrameProps) {
  const locale = await getLocale();
  const [viewer, checkpoint] = await Promise.all([getViewer(), latestCheckpoint(grant, programme.id)]);
  const name = locale === "en" ? programme.nameEn : programme.nameNl;
  const home = { label: name, href: crumbs.length > 0 ? `/programma/${programme.code}` : undefined };
  return (
    <PageShell
      viewer={viewer}
      programme={{ code: programme.code, name, practice: programme.isPractice }}
      current={current}
      breadcrumbs={[home, ...crumbs]}
      checkpoint={checkpoint && checkpointLine(checkpoint, locale)}
      signOut={viewer && <SignOutForm />}
    >
      {children}
    </PageShell>
  );
}
