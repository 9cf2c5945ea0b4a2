import Link from "next/link";
import type { ReactNode } from "react";

export type SwitchOption = { readonly label: ReactNode; readonly href: string; readonly current: boolean };

/** Another view of the same page. Links, so it works without script; with script the page stays where it is. */
export function Switch({ label, options }: { label: string; options: readonly SwitchOption[] }) {
  return (
    <nav aria-label={label}>
      <ul className="plain switch">
        {options.map((option) => (
          <li key={option.href}>
            <Link
              href={option.href}
              aria-current={option.current ? "true" : undefined}
              prefetch={false}
              scroll={false}
            >
              {option.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
