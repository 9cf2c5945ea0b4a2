import type { ReactNode } from "react";
import { StatusTag } from "./status-tag";

type ConflictBlockProps = {
  id: string;
  title: ReactNode;
  state?: "open" | "proposed" | "decided" | "superseded";
  /** Where it is and whose it is: "noot 7 · geen eigenaar · niet beslist". */
  meta?: ReactNode;
  /** Every reading, side by side; none is marked as preferred. */
  children: ReactNode;
  /** Who may decide, and until then what it does to totals. */
  footer?: ReactNode;
  level?: 2 | 3;
  small?: boolean;
};

/** Two or more readings of sources that cannot all be true. */
export function ConflictBlock({
  id,
  title,
  state = "open",
  meta,
  children,
  footer,
  level = 2,
  small = false,
}: ConflictBlockProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={small ? "conflict conflict-small" : "conflict"} aria-labelledby={id}>
      <div className="conflict-head">
        <StatusTag kind="conflict" status={state} />
        {meta !== undefined && <span className="small muted">{meta}</span>}
      </div>
      <Heading id={id}>{title}</Heading>
      {children}
      {footer !== undefined && <div className="conflict-foot">{footer}</div>}
    </section>
  );
}
