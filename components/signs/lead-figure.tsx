import type { ReactNode } from "react";
import { type KeyFigure, KeyFigures } from "./key-figures";

type LeadFigureProps = {
  id: string;
  /** Heading for who does not see the size of the number. */
  heading: string;
  /** How sure the source is: "zo’n", "circa". */
  qualifier?: string;
  figure: ReactNode;
  source: ReactNode;
  figures: readonly KeyFigure[];
  children?: ReactNode;
};

/** The one number of a page, what it is and is not, where it comes from, and a few figures beside it. */
export function LeadFigure({ id, heading, qualifier, figure, source, figures, children }: LeadFigureProps) {
  return (
    <section className="lead" aria-labelledby={id}>
      <div>
        <h2 className="hidden" id={id}>
          {heading}
        </h2>
        <div className="lead-figure">
          {qualifier !== undefined && <small>{qualifier}</small>}
          {figure}
        </div>
        {children !== undefined && <p className="muted">{children}</p>}
        <p>{source}</p>
      </div>
      <KeyFigures figures={figures} />
    </section>
  );
}
