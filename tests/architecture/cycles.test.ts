import { expect, it } from "vitest";
import { FILE_AT, SOURCE_FILES, type SourceFile } from "./source-files";

/** Walks depth first; a file met again while it is still open closes a circle. */
function cycles(): string[] {
  const closed = new Set<string>();
  const open: string[] = [];
  const found: string[] = [];
  const visit = (file: SourceFile): void => {
    if (closed.has(file.path)) return;
    const at = open.indexOf(file.path);
    if (at >= 0) {
      found.push([...open.slice(at), file.path].join(" -> "));
      return;
    }
    open.push(file.path);
    for (const { target, own } of file.imports) {
      const next = own ? FILE_AT.get(target) : undefined;
      if (next) visit(next);
    }
    open.pop();
    closed.add(file.path);
  };
  for (const file of SOURCE_FILES) visit(file);
  return found;
}

it("no file imports itself through others, types included", () => {
  expect(cycles()).toEqual([]);
});
