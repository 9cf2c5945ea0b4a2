import type { ReactNode } from "react";

export type KeyFigure = {
  readonly label: ReactNode;
  /** The figure as text with its unit, or a sign when there is none. */
  readonly figure: ReactNode;
  readonly href?: string;
  readonly sub?: ReactNode;
  /** "word" for what is not a number, such as an absence. */
  readonly tone?: "error" | "diff" | "word";
};

type KeyFiguresProps = {
  figures: readonly KeyFigure[];
  /** Exact amounts are too long to stand two abreast on a phone. */
  exact?: boolean;
};

/** A few figures in a row, each a link to what it is made of. */
export function KeyFigures({ figures, exact = false }: KeyFiguresProps) {
  return (
    <dl className={exact ? "keys keys-exact" : "keys"}>
      {figures.map(({ label, figure, href, sub, tone }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd className={tone === undefined ? "fig" : `fig fig-${tone}`}>
            {href === undefined ? figure : <a href={href}>{figure}</a>}
          </dd>
          {sub !== undefined && <dd className="sub">{sub}</dd>}
        </div>
      ))}
    </dl>
  );
}
