import { expect, it } from "vitest";
import { withoutFolder } from "@/verifier/platform";

it.each([
  { names: ["manifest.json", "documenten/1.pdf"], prefix: "" },
  { names: ["pakket/manifest.json", "pakket/documenten/1.pdf"], prefix: "pakket/" },
  { names: ["pakket/pakket/documenten/1.pdf", "pakket/pakket/manifest.json"], prefix: "pakket/pakket/" },
  { names: ["pakket/a.json", "pakket-2/a.json"], prefix: "" },
  { names: [], prefix: "" },
])("leaves out the folders that all of $names lie in", ({ names, prefix }) => {
  expect(withoutFolder(names)).toEqual({ prefix });
});
