/** A point on a drawing that wants a label beside it. */
export type Spot = { readonly id: string; readonly x: number; readonly y: number };
export type PlacedLabel = Spot & { readonly side: "left" | "right"; readonly labelY: number };
export type LabelFrame = {
  readonly top: number;
  readonly bottom: number;
  /** The least distance between two labels of one side. */
  readonly gap: number;
  /** Where the leader lines of a side start. */
  readonly elbow: { readonly left: number; readonly right: number };
};

type Block = { wanted: number; size: number };

/**
 * Moves labels as little as possible so that none overlap: neighbours that would touch become one block around
 * the mean of where they wanted to be (pool adjacent violators), kept inside the frame.
 */
export function spread(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const blocks: Block[] = [];
  const start = (block: Block) =>
    Math.max(top, Math.min(block.wanted - ((block.size - 1) * gap) / 2, bottom - (block.size - 1) * gap));
  for (const y of wanted) {
    let block: Block = { wanted: y, size: 1 };
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (start(last) + last.size * gap <= start(block)) break;
      blocks.pop();
      const size = last.size + block.size;
      block = { wanted: (last.wanted * last.size + block.wanted * block.size) / size, size };
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) =>
    Array.from({ length: block.size }, (_, index) => start(block) + index * gap),
  );
}

type Line = { from: { x: number; y: number }; to: { x: number; y: number } };

function cross(a: Line, b: Line): boolean {
  const turn = (p: Line["from"], q: Line["from"], r: Line["from"]) =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return (
    turn(a.from, a.to, b.from) !== turn(a.from, a.to, b.to) &&
    turn(b.from, b.to, a.from) !== turn(b.from, b.to, a.to)
  );
}

/** Swaps the labels of neighbours whose leader lines cross, until none do or every pair has had its turn. */
function untangle(spots: Spot[], heights: readonly number[], elbow: number): Spot[] {
  const order = [...spots];
  const line = (spot: Spot, y: number): Line => ({ from: { x: elbow, y }, to: spot });
  for (let round = 0; round < order.length; round++) {
    let swapped = false;
    for (let index = 0; index + 1 < order.length; index++) {
      const [a, b] = [order[index], order[index + 1]];
      const [high, low] = [heights[index], heights[index + 1]];
      if (a === undefined || b === undefined || high === undefined || low === undefined) continue;
      if (!cross(line(a, high), line(b, low))) continue;
      order[index] = b;
      order[index + 1] = a;
      swapped = true;
    }
    if (!swapped) break;
  }
  return order;
}

/** The western half gets its labels on the left, the eastern half on the right, in two columns without overlap. */
export function placeLabels(spots: readonly Spot[], frame: LabelFrame): PlacedLabel[] {
  const westFirst = [...spots].sort((a, b) => a.x - b.x || a.id.localeCompare(b.id, "nl"));
  const half = Math.ceil(spots.length / 2);
  return (["left", "right"] as const).flatMap((side) => {
    const mine = (side === "left" ? westFirst.slice(0, half) : westFirst.slice(half)).sort(
      (a, b) => a.y - b.y,
    );
    const heights = spread(
      mine.map((spot) => spot.y),
      frame.gap,
      frame.top,
      frame.bottom,
    );
    return untangle(mine, heights, frame.elbow[side]).map((spot, index) => ({
      ...spot,
      side,
      labelY: heights[index] ?? spot.y,
    }));
  });
}
