import type { ReactNode } from "react";

type EmptyStateProps = { title: ReactNode; level?: 2 | 3; children: ReactNode };

/** What is true while there is nothing here yet, and the next step. */
export function EmptyState({ title, level = 2, children }: EmptyStateProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="empty">
      <Heading>{title}</Heading>
      <p>{children}</p>
    </div>
  );
}
