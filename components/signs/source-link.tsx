import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type SourceLinkProps = {
  /** Document, place and date: "folder 2022–2023, noot 1". */
  children: ReactNode;
  /** Where the source is described here, or its own address, which follows in print. */
  href?: string;
  wrap?: boolean;
};

/** Where a figure comes from. One per figure. */
export function SourceLink({ children, href, wrap = false }: SourceLinkProps) {
  const t = useTranslations("shell.source");
  const className = wrap ? "source source-wrap" : "source";
  const content = (
    <>
      <span className="source-mark">{t("mark")}</span>
      <span className="hidden">: </span>
      <span>{children}</span>
    </>
  );
  if (href === undefined) return <span className={className}>{content}</span>;
  return (
    <a className={className} href={href}>
      {content}
    </a>
  );
}
