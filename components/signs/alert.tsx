import type { ReactNode } from "react";

type AlertProps = {
  id: string;
  title: ReactNode;
  /** "block" lists what stands in the way, such as "Waarom kan ik niet indienen?". */
  tone?: "info" | "ok" | "warn" | "block";
  level?: 2 | 3;
  /** Read out when it appears after an action of the user. */
  announce?: boolean;
  children?: ReactNode;
};

/** A message about the page as a whole. */
export function Alert({ id, title, tone = "info", level = 2, announce = false, children }: AlertProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={`alert alert-${tone}`} aria-labelledby={id} role={announce ? "status" : undefined}>
      <Heading id={id}>{title}</Heading>
      {children}
    </section>
  );
}
