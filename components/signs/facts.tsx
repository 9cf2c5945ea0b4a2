import type { ReactNode } from "react";

export type Fact = {
  readonly term: ReactNode;
  readonly value: ReactNode;
  /** "mono" for hashes and codes, "figure" for dates and amounts. */
  readonly look?: "mono" | "figure";
};

const LOOKS = { mono: "mono", figure: "tnum" } as const;

/** Names and values of one thing, one per line. */
export function Facts({ facts, wide = false }: { facts: readonly Fact[]; wide?: boolean }) {
  return (
    <dl className={wide ? "facts facts-wide" : "facts"}>
      {facts.map(({ term, value, look }, index) => (
        <div key={index}>
          <dt>{term}</dt>
          <dd className={look === undefined ? undefined : LOOKS[look]}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
