// Lets Node run the project's TypeScript outside Next: `node --import ./scripts/resolve-hook.mjs file.ts`.
// Resolves what a bundler otherwise would: "@/x", imports without ".ts", JSON, and "server-only".
import { statSync } from "node:fs";
import { enableCompileCache, registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../", import.meta.url).href;

// What was compiled once is kept: a script starts sooner, and the program that takes the types out is not loaded.
enableCompileCache(fileURLToPath(new URL("node_modules/.cache/node", ROOT)));

const isFile = (url) => statSync(fileURLToPath(url), { throwIfNoEntry: false })?.isFile() === true;

/** The project's own file that an import means, or undefined when Node knows better. */
function ownFile(specifier, parent) {
  if (specifier.startsWith("@/")) return new URL(specifier.slice(2), ROOT).href;
  const own = parent?.startsWith(ROOT) && !parent.includes("/node_modules/");
  return own && /^\.{1,2}\//.test(specifier) ? new URL(specifier, parent).href : undefined;
}

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier === "server-only")
      return { url: new URL("scripts/server-only.mjs", ROOT).href, shortCircuit: true };
    const wanted = ownFile(specifier, context.parentURL);
    if (wanted === undefined) return nextResolve(specifier, context);
    const url = [wanted, `${wanted}.ts`].find(isFile) ?? wanted;
    const found = nextResolve(url, context);
    return url.endsWith(".json") ? { ...found, importAttributes: { type: "json" } } : found;
  },
});
