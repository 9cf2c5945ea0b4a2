import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { rolldown } from "rolldown";
import { inProject } from "../start/project.ts";

const source = (name: string) => readFileSync(inProject("verifier", name), "utf8");
const hashed = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** The licences of what is taken in ask to go along. */
const licences = ["fflate", "@noble/hashes"].map(
  (name) => `/*! ${name}\n\n${readFileSync(inProject("node_modules", name, "LICENSE"), "utf8").trim()}\n*/\n`,
);
const HEAD = `// Geldstroom: controleert wat u meenam, zonder de website. Checks what you took away, without the website.
// Gemaakt uit / made from: verifier/ (npm run verifier). Licentie / licence: EUPL-1.2.
${licences.join("")}`;

async function bundled(entry: string, platform: "node" | "browser"): Promise<string> {
  const made = await rolldown({
    input: inProject("verifier", entry),
    platform,
    resolve: { alias: { "@": inProject() } },
    treeshake: true,
  });
  const { output } = await made.generate({ format: "esm", minify: false });
  await made.close();
  const [only, ...more] = output;
  if (only.type !== "chunk" || more.length > 0) throw new Error("the verifier is more than one file");
  // Where the sources lie on the machine that made it is nobody's business, and differs.
  return only.code.replace(/^\/\/#(?:end)?region.*\n/gm, "").replace(/\nexport \{\s*\};\n/, "");
}

/** The two files by name: the program for Node and the page, each complete by itself. */
export async function makeVerifier(): Promise<ReadonlyMap<string, string>> {
  const script = HEAD + (await bundled("page.ts", "browser"));
  if (script.includes("</script")) throw new Error("this script would end itself");
  const style = source("page.css");
  const page = source("page.html")
    .replace("{script-hash}", hashed(script))
    .replace("{style-hash}", hashed(style))
    .replace("/* style */", () => style)
    .replace("/* script */", () => script);
  return new Map([
    ["geldstroom-verify.mjs", `${HEAD}${await bundled("node.ts", "node")}`],
    ["geldstroom-verify.html", page],
  ]);
}
