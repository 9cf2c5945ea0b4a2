"use client";

import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { type BarByYearData, SWATCH_ORDER } from "./bar-by-year-data";

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
    void import("./bar-by-year-plot").then(({ BarByYearPlot }) => {
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
