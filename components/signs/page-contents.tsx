import { useTranslations } from "next-intl";

export type PagePart = { readonly href: string; readonly title: string };

/** The parts of a long page, on one line as far as they fit: links, so that the keyboard gets there at once. */
export function PageContents({ parts }: { parts: readonly PagePart[] }) {
  const t = useTranslations("shell");
  return (
    <nav className="page-contents" aria-label={t("contents")}>
      <ul className="plain">
        {parts.map(({ href, title }) => (
          <li key={href}>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
