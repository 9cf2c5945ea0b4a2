import type { ReactNode } from "react";

type PageTitleProps = {
  title: ReactNode;
  /** One or two sentences: what this page is about and how things stand. */
  lead?: ReactNode;
  /** At the other end of the line: a status, or the page's few actions, of which at most one is primary. */
  children?: ReactNode;
};

export function PageTitle({ title, lead, children }: PageTitleProps) {
  return (
    <div className="title">
      <div>
        <h1>{title}</h1>
        {lead !== undefined && <p>{lead}</p>}
      </div>
      {children}
    </div>
  );
}
