import type { ReactNode } from "react";
import { placeLabels } from "@/lib/views/map";
import { coordinate } from "@/lib/views/plot";
import { drawNetherlands, type MapDrawing } from "./netherlands";

/** How well it is known that money landed in an area. */
export type AreaTone = "named" | "uncertain" | "none";

export type MapArea = {
  readonly id: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly label: string;
  /** For the narrow drawing, where a full name does not fit. */
  readonly shortLabel: string;
  readonly tone: AreaTone;
};

type AreaMapProps = {
  areas: readonly MapArea[];
  label: string;
  legend: ReadonlyArray<{ readonly tone: AreaTone; readonly name: string }>;
  /** How exact the dots are, and where the outline comes from. */
  caption: ReactNode;
};

const DOTS = { named: "dot", uncertain: "dot-part", none: "dot-none" } as const;
const SWATCHES = {
  named: "swatch swatch-round s1",
  uncertain: "swatch swatch-round swatch-part",
  none: "swatch swatch-round swatch-none",
} as const;

type Size = {
  width: number;
  height: number;
  gap: number;
  margin: number;
  radius: number;
  short: boolean;
  drawing: MapDrawing;
};

const wide: Size = {
  width: 600,
  height: 350,
  gap: 21,
  margin: 166,
  radius: 6,
  short: false,
  drawing: drawNetherlands({ left: 166, top: 8, right: 434, bottom: 342 }),
};
const narrow: Size = {
  width: 358,
  height: 240,
  gap: 19,
  margin: 85,
  radius: 4.5,
  short: true,
  drawing: drawNetherlands({ left: 85, top: 6, right: 273, bottom: 234 }),
};

/** The areas of a programme as dots with their names. Never as coloured shapes: there are no official boundaries. */
export function AreaMap({ areas, label, legend, caption }: AreaMapProps) {
  return (
    <figure className="chart">
      <ul className="plain legend">
        {legend.map(({ tone, name }) => (
          <li key={tone}>
            <span className={SWATCHES[tone]} />
            {name}
          </li>
        ))}
      </ul>
      <div className="wide-only chart-map">
        <MapSvg areas={areas} label={label} size={wide} />
      </div>
      <div className="narrow-only">
        <MapSvg areas={areas} label={label} size={narrow} />
      </div>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

function MapSvg({ areas, label, size }: { areas: readonly MapArea[]; label: string; size: Size }) {
  const { width, height, gap, margin, radius, drawing } = size;
  const byId = new Map(areas.map((area) => [area.id, area]));
  const elbow = { left: margin + 14, right: width - margin - 14 };
  const spots = areas.map(({ id, longitude, latitude }) => ({ id, ...drawing.at(longitude, latitude) }));
  const placed = placeLabels(spots, { top: gap, bottom: height - gap, gap, elbow });
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path className="land" d={drawing.land} />
      {placed.map(({ id, side, x, y, labelY }) => {
        const west = side === "left";
        const start = west ? margin : width - margin;
        const bend = west ? elbow.left : elbow.right;
        const line = [start, labelY, bend, labelY, x, y].map(coordinate);
        const area = byId.get(id);
        return (
          <g key={id}>
            <path
              className="lead-line"
              d={`M${line[0]} ${line[1]}L${line[2]} ${line[3]}L${line[4]} ${line[5]}`}
            />
            <text
              x={west ? start - 4 : start + 4}
              y={coordinate(labelY + 4.5)}
              textAnchor={west ? "end" : "start"}
            >
              {size.short ? area?.shortLabel : area?.label}
            </text>
          </g>
        );
      })}
      {placed.map(({ id, x, y }) => (
        <circle
          key={id}
          className={DOTS[byId.get(id)?.tone ?? "none"]}
          cx={coordinate(x)}
          cy={coordinate(y)}
          r={radius}
        />
      ))}
    </svg>
  );
}
