import { type ReactNode, useId } from "react";
import type { Flow, FlowTone } from "@/lib/views/sankey";
import { FlowBars } from "./flow-bars";
import { FLOW_WIDTH, layoutFlow, type PlacedLane, type PlacedNode } from "./flow-layout";
import { TONES } from "./flow-tones";
import { Hatch } from "./hatch";

type FlowSankeyProps = {
  flow: Flow;
  /** What stands above the columns, left to right. */
  columns: readonly string[];
  /** What the drawing says, in one or two sentences with its figures. */
  label: string;
  /** Names of the tones that occur, in the order of the legend. */
  legend: ReadonlyArray<{ readonly tone: FlowTone; readonly name: string }>;
  /** "Noot 6 heeft geen bedrag": what a bar says where nothing was published. */
  unpublished: string;
  /** Unit, what hatch and dashes mean, and which table has the same figures. */
  caption: ReactNode;
};

/** Money from where it comes to whom it is for. Drawn on the server; on a narrow screen it becomes bars. */
export function FlowSankey({ flow, columns, label, legend, unpublished, caption }: FlowSankeyProps) {
  const id = useId();
  return (
    <>
      <ul className="plain legend">
        {legend.map(({ tone, name }) => (
          <li key={tone}>
            <span className={TONES[tone].swatch} />
            {name}
          </li>
        ))}
      </ul>
      <figure className="chart">
        <div className="flow-wide">
          <WideFlow flow={flow} columns={columns} label={label} hatch={`${id}w`} />
        </div>
        <div className="flow-narrow">
          <FlowBars flow={flow} label={label} hatch={`${id}n`} unpublished={unpublished} />
        </div>
        <figcaption>{caption}</figcaption>
      </figure>
    </>
  );
}

type WideFlowProps = { flow: Flow; columns: readonly string[]; label: string; hatch: string };

function WideFlow({ flow, columns, label, hatch }: WideFlowProps) {
  const layout = layoutFlow(flow);
  const last = layout.columns.length - 1;
  const crowded = layout.nodes.filter((node) => node.column === last).length > 8;
  return (
    <svg className="t14" viewBox={`0 0 ${FLOW_WIDTH} ${layout.height}`} role="img" aria-label={label}>
      <Hatch id={hatch} />
      {columns.map((head, column) => (
        <text key={head} className="q" x={layout.columns[column] ?? 0} y="14">
          {head}
        </text>
      ))}
      {layout.links.map(({ key, link, path, width }) =>
        link.tone === "uncertain" ? (
          <path key={key} className="link-hatch" d={path} stroke={`url(#${hatch})`} strokeWidth={width} />
        ) : (
          <path key={key} className={`link ${TONES[link.tone].line}`} d={path} strokeWidth={width} />
        ),
      )}
      {layout.nodes.map((node) => (
        <rect
          key={node.id}
          className={TONES[node.tone].fill}
          x={node.x}
          y={node.y}
          width={node.width}
          height={node.height}
        />
      ))}
      {layout.nodes.map((node) =>
        node.column === last && !crowded ? (
          <EndLabel key={node.id} node={node} />
        ) : (
          <NodeLabel key={node.id} node={node} end={node.column === last} />
        ),
      )}
      {layout.lanes.map((lane) => (
        <Lane key={lane.y} lane={lane} last={last} />
      ))}
    </svg>
  );
}

/**
 * Beside a bar that is high enough, above one that is not: words never lie on other words. Where a bar fans out into
 * many links they stand before it, on the one broad link that comes in.
 */
function NodeLabel({ node, end }: { node: PlacedNode; end: boolean }) {
  const beside = end || node.height >= 24;
  const before = beside && !end && node.column > 0 && node.outgoing > 4;
  const x = before ? node.x - 9 : beside ? node.x + node.width + 9 : node.x;
  return (
    <text
      className={beside ? undefined : "halo"}
      x={x}
      y={beside ? node.y + node.height / 2 + 5 : node.y - 7}
      textAnchor={before ? "end" : undefined}
    >
      <tspan className="b">{node.amount}</tspan> {node.label}
      {node.note !== undefined && ` ${node.note}`}
    </text>
  );
}

function EndLabel({ node }: { node: PlacedNode }) {
  const middle = node.y + node.height / 2;
  return (
    <>
      <text className="big" x={node.x + node.width + 10} y={middle - 2}>
        {node.amount}
      </text>
      <text className="q" x={node.x + node.width + 10} y={middle + 16}>
        {node.label}
      </text>
    </>
  );
}

/** No amount, so no width: a dashed line, with the same word as in the table. */
function Lane({ lane, last }: { lane: PlacedLane; last: number }) {
  return (
    <>
      <path className="dash" d={`M${lane.from} ${lane.y}H${lane.to}`} />
      {lane.nodes
        .filter(({ node }) => node.column < last)
        .map(({ node, x }) => (
          <text key={node.id} className="halo" x={x} y={lane.y - 7}>
            {node.label}
            {node.note !== undefined && ` ${node.note}`}
          </text>
        ))}
    </>
  );
}
