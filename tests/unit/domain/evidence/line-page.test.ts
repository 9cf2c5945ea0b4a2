import { describe, expect, it } from "vitest";
import { LINES_PER_PAGE, linePage, linesOn } from "@/lib/domain/evidence/line-page";

const lines = Array.from({ length: 2 * LINES_PER_PAGE + 1 }, (_, index) => ({ key: `r${index}` }));

describe("the lines of a long report, page by page", () => {
  it("are each on one page", () => {
    expect([1, 2, 3].flatMap((page) => linesOn(lines, page))).toEqual(lines);
    expect(linesOn(lines, 3)).toEqual([{ key: `r${2 * LINES_PER_PAGE}` }]);
  });

  it("begin with the page that is asked for, and end with the last", () => {
    expect(["1", "3", "4", "99999"].map((page) => linePage(lines, { page }))).toEqual([1, 3, 3, 3]);
    expect(["0", "-1", "x", "1e9", undefined, ["2"]].map((page) => linePage(lines, { page }))).toEqual(
      Array(6).fill(1),
    );
    expect(linePage([], { page: "2" })).toBe(1);
  });

  it("show the page with the line that the address is about, unless another is asked for", () => {
    expect(linePage(lines, { line: `r${LINES_PER_PAGE}` })).toBe(2);
    expect(linePage(lines, { line: "gone" })).toBe(1);
    expect(linePage(lines, { line: `r${LINES_PER_PAGE}`, page: "1" })).toBe(1);
  });
});
