import { expect, it } from "vitest";
import { FILE_AT, SOURCE_FILES, type SourceFile } from "./source-files";

/** Everything a browser gets because of this file. A "use server" file is reached by its address, not bundled. */
function bundle(start: SourceFile): Map<string, string> {
  const reachedFrom = new Map([[start.path, ""]]);
  const queue = [start];
  for (let file = queue.pop(); file; file = queue.pop()) {
    for (const { target, own, typeOnly } of file.imports) {
      if (typeOnly || reachedFrom.has(target)) continue;
      const next = own ? FILE_AT.get(target) : undefined;
      if (next?.directive === "use server") continue;
      reachedFrom.set(target, file.path);
      if (next) queue.push(next);
    }
  }
  return reachedFrom;
}

const serverOnly = (target: string) =>
  FILE_AT.get(target)?.layer.server === true || target === "server-only" || target.startsWith("node:");

it("what runs in the browser never reaches the server's layers", () => {
  const clients = SOURCE_FILES.filter(({ directive }) => directive === "use client");
  const wrong = clients.flatMap((client) =>
    [...bundle(client)]
      .filter(([target]) => serverOnly(target))
      .map(([target, from]) => `${client.path} gets ${target} through ${from}`),
  );
  expect(wrong).toEqual([]);
});
