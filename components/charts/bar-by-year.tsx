"use client";

import { type ComponentType, type ReactNode, useEffect, useState } from "react";

export type YearSeries = { readonly key: string; readonly name: string };
export type YearValue = {
  /** For the height of the bar only; the amount itself is the text. */
  readonly plot: number;
  readonly text: string;
};
export type YearRow = { readonly year: string; readonly values: Readonly<Record<string, YearValue>> };
export type BarByYearData = {
  readonly series: readonly YearSeries[];
  readonly rows: readonly YearRow[];
  readonly unit: string;
};

type BarByYearProps = BarByYearData & {
  label: string;
  /** The same figures as a table: what is there before the chart, without script, and for who cannot see it. */
  children: ReactNode;
};

/** Stacked bars by year. Drawn in the browser only, after the page is there; its height is kept free. */
export function BarByYear({ label, children, ...data }: BarByYearProps) {
  const [Plot, setPlot] = useState<ComponentType<BarByYearData> | null>(null);
  useEffect(() => {
    let wanted = true;
    import("./bar-by-year-plot").then(({ BarByYearPlot }) => {
      if (wanted) setPlot(() => BarByYearPlot);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return (
    <figure className="chart">
      <ul className="plain legend">
        {data.series.map(({ key, name }, index) => (
          <li key={key}>
            <span className={`swatch s${SWATCH_ORDER[index % SWATCH_ORDER.length]}`} />
            {name}
          </li>
        ))}
      </ul>
      <div className="plot" role="img" aria-label={label}>
        {Plot !== null && <Plot {...data} />}
      </div>
      {children}
    </figure>
  );
}

/** Three plain inks and then the same with lines: series are told apart without colour as well. */
export const SWATCH_ORDER = [1, 2, 3, 5, 6, 7, 8] as const;
