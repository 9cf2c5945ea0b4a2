import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { otherLocale } from "@/lib/views/locale";
import type { NavigationItem, NavigationKey, Viewer } from "@/lib/views/navigation";
import { BrandMark } from "./brand-mark";
import { MainMenu, type MenuCounts } from "./main-menu";

export type SiteHeaderProps = {
  viewer: Viewer | null;
  programme: { readonly name: string } | null;
  items: readonly NavigationItem[];
  current?: NavigationKey;
  counts: MenuCounts;
  /** The form that signs out; the page brings it, because it writes. */
  signOut?: ReactNode;
};

export function SiteHeader({ viewer, programme, items, current, counts, signOut }: SiteHeaderProps) {
  const t = useTranslations("shell");
  const who = useWho(viewer);
  return (
    <header className="head">
      <div className="wrap">
        <div className="head-row">
          <a className="brand" href="/">
            <BrandMark />
            Geldstroom
          </a>
          {programme !== null && (
            <div className="head-programme">
              {programme.name}{" "}
              <a className="small" href="/">
                {t("programme.switch")}
                <span className="hidden"> {t("programme.switchOf")}</span>
              </a>
            </div>
          )}
          <div className="head-user">
            <span className="who">{who}</span>
            {viewer === null ? <a href="/inloggen">{t("signIn")}</a> : signOut}
            <LanguageLink />
          </div>
          <p className="who-line">{who}</p>
        </div>
        {items.length > 0 && <MainMenu items={items} current={current} counts={counts} />}
      </div>
    </header>
  );
}

function useWho(viewer: Viewer | null): ReactNode {
  const t = useTranslations("shell");
  if (viewer === null) return <strong>{t("public")}</strong>;
  const roles = viewer.roles.map((role) => t(`roles.${role}`)).join(", ");
  return (
    <>
      <strong>{viewer.name}</strong>{" "}
      <span className="muted">{[roles, viewer.organisation].filter(Boolean).join(", ")}</span>
    </>
  );
}

/** The browser says where it was clicked, so the reader comes back to the same page in the other language. */
function LanguageLink() {
  const t = useTranslations("shell.language");
  const other = otherLocale(useLocale());
  return (
    <a href={`/taal/${other}`} lang={other} hrefLang={other}>
      {t("other")}
    </a>
  );
}
