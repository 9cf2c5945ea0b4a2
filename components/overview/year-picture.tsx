import type { Cents } from "@/lib/domain/money";
import { coordinate, plotShare } from "@/lib/views/plot";

const FILLS = { ceiling: "axis", allocated: "k3", advanced: "k2", spent: "k1" } as const;

export interface YearBar {
  readonly name: string;
  readonly value: Cents | null;
  /** What stands at the bar: the amount, or the word for why there is none. */
  readonly label: string;
  readonly tone: keyof typeof FILLS;
}
export interface YearBars {
  readonly year: string;
  readonly bars: readonly YearBar[];
}
type YearPictureProps = { years: readonly YearBars[]; label: string };

const ROW = 24;
const GROUP = 36;

/** Per year a bar for each measure on one scale, drawn on the server. The table under it has the same figures. */
export function YearPicture(props: YearPictureProps) {
  return (
    <figure className="chart chart-line">
      <div className="wide-only">
        <Bars {...props} width={540} />
      </div>
      <div className="narrow-only">
        <Bars {...props} width={358} />
      </div>
    </figure>
  );
}

function Bars({ years, label, width }: YearPictureProps & { width: number }) {
  const values = years.flatMap(({ bars }) => bars.map(({ value }) => value ?? 0n));
  const most = values.reduce((high, one) => (one > high ? one : high), 0n);
  const names = 96;
  const room = width - names - 118;
  const heights = years.map(({ bars }) => GROUP + bars.length * ROW);
  const topOf = (index: number) => heights.slice(0, index).reduce((all, one) => all + one, 0);
  return (
    <svg viewBox={`0 0 ${width} ${topOf(years.length)}`} role="img" aria-label={label}>
      {years.map(({ year, bars }, index) => (
        <g key={year} transform={`translate(0 ${topOf(index)})`}>
          <text className="b" x="0" y="18">
            {year}
          </text>
          <path className="axis" d={`M0 24H${width}`} />
          {bars.map(({ name, value, label: figure, tone }, at) => {
            const y = 30 + at * ROW;
            const length = coordinate(plotShare(value ?? 0n, most) * room);
            return (
              <g key={name}>
                <text className="q" x="0" y={y + 14}>
                  {name}
                </text>
                {value === null ? (
                  <path className="dash" d={`M${names} ${y + 9}h24`} />
                ) : (
                  <rect className={FILLS[tone]} x={names} y={y + 3} width={Math.max(1, length)} height="12" />
                )}
                <text x={width} y={y + 14} textAnchor="end">
                  {figure}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}
