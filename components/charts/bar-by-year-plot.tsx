"use client";

import { useId } from "react";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { type BarByYearData, SWATCH_ORDER } from "./bar-by-year-data";
import { fillOf, PlotPatterns } from "./plot-patterns";

/** recharts itself: loaded after the page, because it is larger than the rest of the page together. */
export function BarByYearPlot({ series, rows, unit }: BarByYearData) {
  const id = useId();
  const swatch = (index: number) => SWATCH_ORDER[index % SWATCH_ORDER.length] ?? 1;
  const data = rows.map(({ year, values }) => ({
    year,
    ...Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.plot])),
  }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={data} margin={{ top: 24, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <PlotPatterns prefix={id} />
        <CartesianGrid vertical={false} />
        <XAxis dataKey="year" tickLine={false} />
        <YAxis
          width={64}
          tickLine={false}
          axisLine={false}
          tickCount={5}
          label={{ value: unit, position: "top", offset: 12, textAnchor: "start", dx: -32 }}
        />
        <Tooltip
          isAnimationActive={false}
          content={({ label }) => <Tip rows={rows} year={String(label)} series={series} />}
        />
        {series.map(({ key, name }, index) => (
          <Bar
            key={key}
            dataKey={key}
            name={name}
            stackId="year"
            maxBarSize={72}
            fill={fillOf(id, swatch(index))}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

/** The exact text of the server beside each name: nothing is formatted in the browser. */
function Tip({ rows, year, series }: Pick<BarByYearData, "rows" | "series"> & { year: string }) {
  const row = rows.find((candidate) => candidate.year === year);
  if (row === undefined) return null;
  return (
    <div className="plot-tip">
      <p>{year}</p>
      <ul className="plain">
        {series.map(({ key, name }, index) => (
          <li key={key}>
            <span className={`swatch s${SWATCH_ORDER[index % SWATCH_ORDER.length]}`} />
            {name}
            <span className="v">{row.values[key]?.text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
