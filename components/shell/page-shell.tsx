import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type NavigationKey, navigationFor, type Viewer } from "@/lib/views/navigation";
import { Breadcrumbs, type Crumb } from "./breadcrumbs";
import type { MenuCounts } from "./main-menu";
import { PracticeBand } from "./practice-band";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";

export type ShellProgramme = { readonly code: string; readonly name: string; readonly practice: boolean };

type PageShellProps = {
  viewer: Viewer | null;
  programme?: ShellProgramme | null;
  current?: NavigationKey;
  /** Invented figures without a programme around them; a practice programme says it by itself. */
  practice?: boolean;
  counts?: MenuCounts;
  breadcrumbs?: readonly Crumb[];
  /** Ready text, see lib/views/checkpoint.ts. */
  checkpoint?: string | null;
  signOut?: ReactNode;
  children: ReactNode;
};

const NO_COUNTS: MenuCounts = {};

/** What stands around every page: who is looking, at which programme, where they can go, and what proves the figures. */
export function PageShell({
  viewer,
  programme = null,
  practice = false,
  current,
  counts = NO_COUNTS,
  breadcrumbs = [],
  checkpoint,
  signOut,
  children,
}: PageShellProps) {
  const t = useTranslations("shell");
  const items = navigationFor(viewer?.roles ?? [], programme?.code ?? null);
  return (
    <>
      <a className="skip" href="#inhoud">
        {t("skip")}
      </a>
      <SiteHeader
        viewer={viewer}
        programme={programme}
        items={items}
        current={current}
        counts={counts}
        signOut={signOut}
      />
      {(practice || programme?.practice === true) && <PracticeBand />}
      <div className="wrap page">
        {breadcrumbs.length > 0 && <Breadcrumbs crumbs={breadcrumbs} />}
        <main id="inhoud" tabIndex={-1}>
          {children}
        </main>
      </div>
      <SiteFooter checkpoint={checkpoint} />
    </>
  );
}
