import type { ReactNode } from "react";

type SectionHeadProps = {
  id: string;
  title: ReactNode;
  level?: 2 | 3;
  note?: ReactNode;
  children?: ReactNode;
};

/** A heading with, at the other end of the line, what holds for the whole section: unit, dates, a switch. */
export function SectionHead({ id, title, level = 2, note, children }: SectionHeadProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="section-head">
      <Heading id={id}>{title}</Heading>
      {note !== undefined && <p className="small muted">{note}</p>}
      {children}
    </div>
  );
}
