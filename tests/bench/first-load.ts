import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

export interface FirstLoadRow {
  readonly page: string;
  readonly kilobytes: number;
  readonly ratio: number;
}

const sizeOf = (path: string) => gzipSync(readFileSync(path)).length;

/** What every Next page loads, also an empty one: the files of the framework itself. */
function emptyPage(): number {
  const manifest = JSON.parse(readFileSync(".next/build-manifest.json", "utf8")) as {
    rootMainFiles: string[];
  };
  return manifest.rootMainFiles.reduce((total, file) => total + sizeOf(`.next/${file}`), 0);
}

/** Scripts that a page names in its HTML, gzipped as a server would send them, beside those of an empty page. */
export async function benchFirstLoad(
  url: string,
  pages: readonly string[],
  cookie = "",
): Promise<FirstLoadRow[]> {
  const base = emptyPage();
  return Promise.all(
    pages.map(async (page) => {
      const html = await (await fetch(url + page, { headers: { cookie } })).text();
      const files = new Set(
        [...html.matchAll(/<script[^>]+src="\/(_next\/static\/[^"?]+)/g)].map(([, file]) => file),
      );
      const bytes = [...files].reduce(
        (total, file) => total + sizeOf(`.next/${file?.replace("_next/", "")}`),
        0,
      );
      return { page, kilobytes: bytes / 1024, ratio: bytes / base };
    }),
  );
}
