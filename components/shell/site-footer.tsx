import { useTranslations } from "next-intl";
import { Fragment } from "react";

const BETWEEN = " · ";

/** `checkpoint` is the latest signed fingerprint of the ledger as a line of text, printed on every page. */
export function SiteFooter({ checkpoint }: { checkpoint?: string | null }) {
  const t = useTranslations("shell.footer");
  const links = [
    { href: "/toegankelijkheid", label: t("accessibility") },
    { href: "/begrippen", label: t("glossary") },
    { href: "/regels", label: t("rules") },
    { href: "/controlepunten", label: t("checkpoints") },
  ];
  return (
    <footer className="foot">
      <div className="wrap">
        <ul className="plain">
          {links.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
        {checkpoint != null && (
          <p className="mono">
            {t("checkpoint")}{" "}
            {checkpoint.split(BETWEEN).map((part, index) => (
              <Fragment key={part}>
                {index > 0 && BETWEEN}
                <span className="nowrap">{part}</span>
              </Fragment>
            ))}
          </p>
        )}
      </div>
    </footer>
  );
}
