import type { ReactNode } from "react";

export type FeedItem = {
  readonly key: string;
  /** "vandaag 13.41"; `at` is the same instant for machines. */
  readonly when: string;
  readonly at: string;
  readonly text: ReactNode;
};

/** What changed last. */
export function Feed({ items }: { items: readonly FeedItem[] }) {
  return (
    <ul className="plain feed">
      {items.map(({ key, when, at, text }) => (
        <li key={key}>
          <time dateTime={at}>{when}</time>
          {text}
        </li>
      ))}
    </ul>
  );
}
