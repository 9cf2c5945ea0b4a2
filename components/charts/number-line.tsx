import type { Cents } from "@/lib/domain/money";
import { coordinate, plotPosition } from "@/lib/views/plot";

export type LineReading = { readonly value: Cents; readonly figure: string; readonly name: string };
export type LineTick = { readonly value: Cents; readonly label: string };

type NumberLineProps = {
  readings: readonly LineReading[];
  ticks: readonly LineTick[];
  /** What rounds off to the same published figure. */
  band: { readonly from: Cents; readonly to: Cents; readonly label: string };
  label: string;
};

const CHARACTER = 7.2;

type Placed = LineReading & { x: number; anchor: "start" | "middle" | "end"; textX: number };

/** Readings that lie close together get their words on either side instead of over each other. */
function place(readings: readonly LineReading[], x: (value: bigint) => number, words: boolean): Placed[] {
  const sorted = [...readings]
    .sort((a, b) => (a.value < b.value ? -1 : 1))
    .map((reading) => ({ ...reading, x: x(reading.value) }));
  const half = (reading: LineReading) =>
    (Math.max(words ? reading.name.length : 0, reading.figure.length) * CHARACTER) / 2 + 4;
  return sorted.map((reading, index) => {
    const before = sorted[index - 1];
    const after = sorted[index + 1];
    const tightLeft = before !== undefined && reading.x - before.x < half(before) + half(reading);
    const tightRight = after !== undefined && after.x - reading.x < half(after) + half(reading);
    const nudge = (distance: number) => Math.min(3, (distance - 8) / 2);
    if (tightRight && !tightLeft)
      return { ...reading, anchor: "end" as const, textX: reading.x + nudge(after.x - reading.x) };
    if (tightLeft)
      return { ...reading, anchor: "start" as const, textX: reading.x - nudge(reading.x - before.x) };
    return { ...reading, anchor: "middle" as const, textX: reading.x };
  });
}

/** The readings of a source conflict on one line, over the band that rounds off to the published figure. */
export function NumberLine(props: NumberLineProps) {
  return (
    <figure className="chart">
      <div className="wide-only">
        <Line {...props} width={540} words />
      </div>
      <div className="narrow-only">
        <Line {...props} width={320} words={false} />
      </div>
    </figure>
  );
}

function Line({
  readings,
  ticks,
  band,
  label,
  width,
  words,
}: NumberLineProps & { width: number; words: boolean }) {
  const values = [
    ...readings.map((reading) => reading.value),
    ...ticks.map((tick) => tick.value),
    band.from,
    band.to,
  ];
  const low = values.reduce((least, value) => (value < least ? value : least));
  const high = values.reduce((most, value) => (value > most ? value : most));
  const margin = width * 0.1;
  const x = (value: bigint) => coordinate(margin + plotPosition(value, low, high) * (width - 2 * margin));
  const top = words ? 46 : 26;
  const placed = place(readings, x, words);
  const taken = placed.map((reading) => reading.x);
  return (
    <svg viewBox={`0 0 ${width} ${top + 54}`} role="img" aria-label={label}>
      <rect
        className="band"
        x={x(band.from)}
        y={top}
        width={coordinate(x(band.to) - x(band.from))}
        height="26"
      />
      <path
        className="axis"
        d={`M${coordinate(margin * 0.2)} ${top + 26}H${coordinate(width - margin * 0.2)}`}
      />
      {ticks.map((tick) => (
        <g key={tick.label}>
          <path className="axis" d={`M${x(tick.value)} ${top + 26}v6`} />
          <text className="q" x={x(tick.value)} y={top + 48} textAnchor="middle">
            {tick.label}
          </text>
        </g>
      ))}
      {words && (
        <text className="q" x={roomFor(band.label, taken, x(band.from), x(band.to))} y={top + 17}>
          {band.label}
        </text>
      )}
      {placed.map(({ name, figure, x: at, anchor, textX }) => (
        <g key={name}>
          <path className="tick" d={`M${at} ${top - 6}V${top + 26}`} />
          {words && (
            <text className="q" x={textX} y={top - 33} textAnchor={anchor}>
              {name}
            </text>
          )}
          <text className="b" x={textX} y={top - 14} textAnchor={anchor}>
            {figure}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** The start of the widest stretch of the band that no reading crosses. */
function roomFor(label: string, taken: readonly number[], from: number, to: number): number {
  const edges = [from, ...taken.filter((x) => x > from && x < to), to].sort((a, b) => a - b);
  let best = { start: from, room: 0 };
  for (const [index, start] of edges.entries()) {
    const room = (edges[index + 1] ?? start) - start;
    if (room >= best.room) best = { start, room };
  }
  return coordinate(best.start + Math.max(8, (best.room - label.length * CHARACTER) / 2));
}
