import { useTranslations } from "next-intl";

export type Crumb = { readonly label: string; readonly href?: string };

/** The way down to this page; the last one is the page itself. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations("shell");
  return (
    <nav className="crumbs" aria-label={t("breadcrumbs")}>
      <ol className="plain">
        {crumbs.map(({ label, href }, index) => (
          <li key={label} aria-current={index === crumbs.length - 1 ? "page" : undefined}>
            {href === undefined ? label : <a href={href}>{label}</a>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
