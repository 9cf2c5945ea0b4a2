import { expect, it } from "vitest";
import { SOURCE_FILES } from "./source-files";

const NO_NAME_FOR_A_FILE = /^(?:utils?|helpers?|common|misc|shared|types|index)\.tsx?$/;
const NO_NAME_FOR_A_FOLDER = /(?:^|\/)(?:utils?|helpers?|common|misc|shared)\//;
// Next names its own files; a segment in brackets or with an underscore is part of an address.
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.d)?\.tsx?$/;

it("a file is named after what it does", () => {
  const wrong = SOURCE_FILES.map(({ path }) => path).filter((path) => {
    const name = path.split("/").at(-1) ?? "";
    return NO_NAME_FOR_A_FILE.test(name) || NO_NAME_FOR_A_FOLDER.test(path) || !KEBAB.test(name);
  });
  expect(wrong).toEqual([]);
});
