import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { inProject } from "@/scripts/start/project";

export interface FirstLoadRow {
  readonly page: string;
  readonly kilobytes: number;
  readonly ratio: number;
}

/** Bytes of the scripts that a page names in its HTML, gzipped as a server would send them. */
function scriptBytes(html: string, build: string): number {
  const files = new Set(
    [...html.matchAll(/<script[^>]+src="\/(_next\/static\/[^"?]+)/g)].map(([, file]) => file ?? ""),
  );
  return [...files].reduce(
    (total, file) => total + gzipSync(readFileSync(join(build, file.replace("_next/", "")))).length,
    0,
  );
}

/** The control: an application of one page that says one word, built by the same Next. */
function emptyPage(): number {
  const folder = inProject(".data/bench-empty-page");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "app"), { recursive: true });
  const files = {
    "package.json": '{ "name": "empty-page", "private": true, "type": "module" }',
    "next.config.js": `export default { turbopack: { root: ${JSON.stringify(inProject("."))} } };`,
    "app/layout.jsx":
      "export default function Layout({ children }) { return <html lang='en'><body>{children}</body></html>; }",
    "app/page.jsx": "export default function Page() { return <h1>Empty</h1>; }",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  execFileSync(process.execPath, [inProject("node_modules/next/dist/bin/next"), "build"], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: "ignore",
  });
  const html = readFileSync(join(folder, ".next/server/app/index.html"), "utf8");
  const bytes = scriptBytes(html, join(folder, ".next"));
  rmSync(folder, { recursive: true, force: true });
  return bytes;
}

/** First-load scripts of pages beside those of an empty page. */
export async function benchFirstLoad(
  url: string,
  pages: readonly string[],
  cookie = "",
): Promise<FirstLoadRow[]> {
  const base = emptyPage();
  return Promise.all(
    pages.map(async (page) => {
      const html = await (await fetch(url + page, { headers: { cookie } })).text();
      const bytes = scriptBytes(html, inProject(".next"));
      return { page, kilobytes: bytes / 1024, ratio: bytes / base };
    }),
  );
}
