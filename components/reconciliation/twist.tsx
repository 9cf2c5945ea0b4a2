import { useTranslations } from "next-intl";

type TwistProps = { open: boolean | null; name: string; href: string };

/** Opens or shuts a node: a link, so that it works without script and the address says what is open. */
export function Twist({ open, name, href }: TwistProps) {
  const t = useTranslations("reconciliation");
  if (open === null) return <span className="twist" />;
  return (
    <a className="twist" href={href} aria-label={t(open ? "shutNode" : "openNode", { name })}>
      {open ? "▾" : "▸"}
    </a>
  );
}
