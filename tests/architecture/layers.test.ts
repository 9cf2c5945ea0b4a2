import { describe, expect, it } from "vitest";
import { LAYERS, MAY_ACT_AS_SYSTEM } from "./layers";
import { type Import, SOURCE_FILES, type SourceFile } from "./source-files";

const within = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

function mayUsePackage(name: string, packages: readonly string[]): boolean {
  return packages.some((one) => (one.endsWith("*") ? name.startsWith(one.slice(0, -1)) : name === one));
}

function allowed({ path, layer }: SourceFile, { target, own }: Import): boolean {
  if (!own) return mayUsePackage(target, layer.packages) || target.startsWith("node_modules/");
  return [layer.folder, ...layer.mayImport].some((folder) => within(target, folder)) || path === target;
}

describe.each(LAYERS)("$folder", (layer) => {
  const files = SOURCE_FILES.filter((file) => file.layer === layer);

  it("knows only what it may know", () => {
    const wrong = files.flatMap((file) =>
      file.imports.filter((one) => !allowed(file, one)).map(({ target }) => `${file.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the database", () => {
  it("is asked without a person by sign-in, jobs and loading only", () => {
    const wrong = SOURCE_FILES.filter(({ path }) => !MAY_ACT_AS_SYSTEM.some((folder) => within(path, folder)))
      .filter(({ imports }) => imports.some(({ names }) => names.includes("asSystem")))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  it("has its driver and Prisma imported in lib/db alone", () => {
    const wrong = SOURCE_FILES.filter(
      ({ path }) => !["lib/db", "scripts", "prisma"].some((folder) => within(path, folder)),
    )
      .filter(({ imports }) =>
        imports.some(
          ({ target }) =>
            target === "pg" || target.startsWith("@prisma/") || within(target, "lib/db/generated"),
        ),
      )
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });
});
