import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { makeVerifier } from "@/scripts/verifier/make";

it("the files in public/ are what npm run verifier makes of verifier/", async () => {
  const made = await makeVerifier();
  expect([...made.keys()]).toEqual(["geldstroom-verify.mjs", "geldstroom-verify.html"]);
  for (const [name, content] of made)
    expect(readFileSync(`public/${name}`, "utf8") === content, name).toBe(true);
});

// Licences and the libraries' own notes have addresses in them.
const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\//g, "");

it("they need nothing that Node or a browser has not by itself, and ask no network", async () => {
  for (const [name, content] of await makeVerifier()) {
    const imports = [...content.matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, from]) => from);
    expect(
      imports.filter((from) => !from?.startsWith("node:")),
      name,
    ).toEqual([]);
    expect(
      /\bfetch\(|XMLHttpRequest|WebSocket|https?:\/\/(?!www\.w3\.org)/.exec(withoutComments(content))?.[0],
      name,
    ).toBeUndefined();
  }
});
