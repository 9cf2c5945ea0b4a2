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

type Anchor = "start" | "middle" | "end";
type Placed = LineReading & { x: number; anchor: Anchor; textX: number; row: number };

/** Two readings that lie close together get their words on either side of the pair. */
function anchorOf(x: number, width: number, before: number, after: number): [Anchor, number] {
  const near = Math.min(x - before, after - x);
  if (near >= width) return ["middle", x];
  const nudge = Math.min(3, (near - 8) / 2);
  return after - x < x - before ? ["end", x + nudge] : ["start", x - nudge];
}

/** Words never lie over other words: what would is lifted to a row above. */
function place(readings: readonly LineReading[], x: (value: bigint) => number, words: boolean): Placed[] {
  const sorted = [...readings].sort((a, b) => (a.value < b.value ? -1 : 1));
  const ends: number[] = [];
  return sorted.map((reading, index) => {
    const at = (other: LineReading | undefined, none: number) =>
      other === undefined ? none : x(other.value);
    const width = Math.max(words ? reading.name.length : 0, reading.figure.length) * CHARACTER;
    const here = x(reading.value);
    const [anchor, textX] = anchorOf(
      here,
      width + 8,
      at(sorted[index - 1], -Infinity),
      at(sorted[index + 1], Infinity),
    );
    const left = textX - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
    const free = ends.findIndex((end) => end + 6 <= left);
    const row = free < 0 ? ends.length : free;
    ends[row] = left + width;
    return { ...reading, x: here, anchor, textX, row };
  });
}

/** The readings of a source conflict on one line, over the band that rounds off to the published figure. */
export function NumberLine(props: NumberLineProps) {
  return (
    <figure className="chart chart-line">
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
  const placed = place(readings, x, words);
  const step = words ? 34 : 16;
  const top = (words ? 46 : 26) + step * Math.max(0, ...placed.map((reading) => reading.row));
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
      {placed.map(({ name, figure, x: at, anchor, textX, row }) => (
        <g key={name}>
          <path className="tick" d={`M${at} ${top - 6 - row * step}V${top + 26}`} />
          {words && (
            <text className="q" x={textX} y={top - 33 - row * step} textAnchor={anchor}>
              {name}
            </text>
          )}
          <text className="b" x={textX} y={top - 14 - row * step} textAnchor={anchor}>
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
