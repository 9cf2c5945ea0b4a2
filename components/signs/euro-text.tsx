import { useLocale } from "next-intl";
import type { Cents } from "@/lib/domain/money";
import { euro } from "@/lib/views/money";

/** An amount with its unit inside a sentence; it never breaks over two lines. */
export function EuroText({ value, href }: { value: Cents; href?: string }) {
  const text = euro(value, useLocale());
  if (href === undefined) return <span className="nowrap tnum">{text}</span>;
  return (
    <a className="nowrap tnum" href={href}>
      {text}
    </a>
  );
}
