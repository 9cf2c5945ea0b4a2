import { coordinate, plotShare } from "@/lib/views/plot";
import { type BarGroup, barGroups, type Flow } from "@/lib/views/sankey";
import { TONES } from "./flow-tones";
import { Hatch } from "./hatch";

const WIDTH = 358;
const ROW = 37;
const GROUP = 52;

type FlowBarsProps = { flow: Flow; label: string; hatch: string; unpublished: string };

/** The flow on a narrow screen: per destination what goes into it, as bars of one scale. */
export function FlowBars({ flow, label, hatch, unpublished }: FlowBarsProps) {
  const groups = barGroups(flow);
  const values = groups.flatMap((group) => group.rows.map((row) => row.link.value ?? 0n));
  const most = values.reduce((high, value) => (value > high ? value : high), 0n);
  const heights = groups.map(({ rows }) => GROUP + rows.length * ROW);
  const topOf = (index: number) => heights.slice(0, index).reduce((all, height) => all + height, 0);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${topOf(groups.length)}`} role="img" aria-label={label}>
      <Hatch id={hatch} />
      {groups.map((group, index) => (
        <Group
          key={group.head.id}
          group={group}
          top={topOf(index)}
          most={most}
          hatch={hatch}
          unpublished={unpublished}
        />
      ))}
    </svg>
  );
}

type GroupProps = { group: BarGroup; top: number; most: bigint; hatch: string; unpublished: string };

function Group({ group, top, most, hatch, unpublished }: GroupProps) {
  return (
    <>
      <text className="b" x="0" y={top + 22}>
        {group.head.label}
      </text>
      <text className="b" x={WIDTH} y={top + 22} textAnchor="end">
        {group.head.amount}
      </text>
      <path className="axis" d={`M0 ${top + 28}H${WIDTH}`} />
      {group.rows.map(({ node, link }, index) => {
        const y = top + 49 + index * ROW;
        const width = coordinate(plotShare(link.value ?? 0n, most) * WIDTH);
        const uncertain = link.tone === "uncertain";
        return (
          <g key={node.id}>
            <text x="0" y={y}>
              {node.label}
            </text>
            <text className={link.value === null ? "q" : undefined} x={WIDTH} y={y} textAnchor="end">
              {link.value === null ? unpublished : link.amount}
            </text>
            {link.value === null ? (
              <path className="dash" d={`M0 ${y + 10}H${WIDTH}`} />
            ) : (
              <rect
                className={uncertain ? undefined : TONES[link.tone].fill}
                fill={uncertain ? `url(#${hatch})` : undefined}
                x="0"
                y={y + 6}
                width={Math.max(2, width)}
                height="8"
              />
            )}
          </g>
        );
      })}
    </>
  );
}
