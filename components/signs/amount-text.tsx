import type { AmountParts } from "@/lib/views/money";

/** An amount that is already text. For large tables, which get their rows ready-made. */
export function AmountText({ parts, href }: { parts: AmountParts; href?: string }) {
  const figure = (
    <>
      {parts.whole}
      <span className="c">{parts.cents}</span>
    </>
  );
  return href === undefined ? figure : <a href={href}>{figure}</a>;
}
