import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeLabels, type Spot, spread } from "@/lib/views/map";

const GAP = 21;
const frame = { top: 20, bottom: 620, gap: GAP, elbow: { left: 180, right: 420 } };
const spots = fc
  .array(fc.record({ x: fc.integer({ min: 190, max: 410 }), y: fc.integer({ min: 0, max: 640 }) }), {
    maxLength: 40,
  })
  .map((found): Spot[] => found.map((spot, index) => ({ ...spot, id: `area-${index}` })));

describe("labels on the map", () => {
  it("stay where they want to be when there is room", () => {
    expect(spread([50, 100, 200], GAP, 0, 300)).toEqual([50, 100, 200]);
  });

  it("share the pain when there is none", () => {
    expect(spread([100, 100], GAP, 0, 300)).toEqual([89.5, 110.5]);
  });

  it("never overlap and never leave the frame", () => {
    fc.assert(
      fc.property(spots, (found) => {
        const placed = placeLabels(found, frame);
        expect(placed.map((label) => label.id).sort()).toEqual(found.map((spot) => spot.id).sort());
        for (const side of ["left", "right"] as const) {
          const heights = placed.filter((label) => label.side === side).map((label) => label.labelY);
          heights.sort((a, b) => a - b);
          for (const [index, y] of heights.entries()) {
            expect(y).toBeGreaterThanOrEqual(frame.top - 0.001);
            expect(y).toBeLessThanOrEqual(frame.bottom + 0.001);
            if (index > 0) expect(y - (heights[index - 1] ?? 0)).toBeGreaterThanOrEqual(GAP - 0.001);
          }
        }
      }),
    );
  });

  it("are the same whatever order the areas come in", () => {
    const found: Spot[] = [
      { id: "a", x: 200, y: 100 },
      { id: "b", x: 205, y: 110 },
      { id: "c", x: 390, y: 40 },
    ];
    expect(placeLabels([...found].reverse(), frame)).toEqual(placeLabels(found, frame));
  });
});
