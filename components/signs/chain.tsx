import type { ReactNode } from "react";

export type ChainLink = { readonly text: ReactNode; readonly when: string; readonly at: string };

/** Who did what, in the order in which it happened. */
export function Chain({ links }: { links: readonly ChainLink[] }) {
  return (
    <ol className="plain chain">
      {links.map(({ text, when, at }, index) => (
        <li key={index}>
          {text}
          <time dateTime={at}>{when}</time>
        </li>
      ))}
    </ol>
  );
}
