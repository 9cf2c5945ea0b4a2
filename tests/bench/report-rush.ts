import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { SESSION_COOKIE } from "@/lib/auth/session-settings";
import { openZip } from "@/lib/files/entry/unzip";
import type { WebServer } from "@/scripts/start/serve";
import { zipped } from "../unit/files/hostile-files";
import { makeRushWorld, type RushMunicipality } from "./rush-world";

export interface RushRow {
  readonly municipalities: number;
  readonly rows: number;
  readonly readers: number;
  /** Until the last of them was validated, from the moment that all were sent. */
  readonly seconds: number;
  /** Uploads of which a page said how far they were before it said what was found. */
  readonly progress: number;
  readonly validated: number;
  readonly healthP99: number;
  readonly healthMost: number;
  readonly pages: number;
  readonly pageMedian: number;
  readonly serverErrors: number;
  readonly residentBefore: number;
  readonly residentMost: number;
  readonly residentAfter: number;
}

const LOOK_MS = 700;
const HEALTH_MS = 25;
/** Somebody who reads looks at a page for a while before going to the next. */
const THINK_MS = 3_000;
const PAGES = ["/", "/begrippen", "/regels", "/programma/oefen/werk", "/programma/oefen/rapportages"];

const quantile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

const residentOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;

/** A session as signing in makes it, without doing the password's hash so many times. */
async function sessionFor(client: pg.Client, accountId: string, secret: string): Promise<string> {
  const sid = randomBytes(32).toString("base64url");
  await client.query(
    "INSERT INTO user_session (id, account_id, expires_at) VALUES ($1, $2, now() + interval '1 hour')",
    [createHash("sha256").update(sid).digest("hex"), accountId],
  );
  return `${SESSION_COOKIE.name}=${await encode({ token: { sid }, secret })}`;
}

/** Every municipality uploads a filled-in workbook at the same moment, while others read pages. */
export async function benchReportRush(
  web: WebServer,
  superuserUrl: string,
  secret: string,
  size: {
    readonly municipalities: number;
    readonly areas: number;
    readonly themes: number;
    readonly readers: number;
  },
): Promise<RushRow> {
  const client = new pg.Client(superuserUrl);
  await client.connect();
  const world = await makeRushWorld(client, size);
  const errors = { count: 0 };
  const ask = async (path: string, cookie: string, init: RequestInit = {}) => {
    const headers = { cookie, accept: "text/html", origin: web.url, ...init.headers };
    const response = await fetch(web.url + path, { redirect: "manual", ...init, headers });
    if (response.status >= 500) {
      errors.count += 1;
      console.error(`${response.status} ${path}`);
    }
    return response;
  };
  const brought: { cookie: string; base: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
  for (const one of world)
    brought.push(await prepare(one, await sessionFor(client, one.accountId, secret), ask));
  const { pid } = web.process;
  const residentBefore = residentOf(pid);

  const going = new AbortController();
  const health: number[] = [];
  const pages: number[] = [];
  let residentMost = residentBefore;
  const watch = (async () => {
    while (!going.signal.aborted) {
      const started = performance.now();
      const response = await fetch(`${web.url}/api/health`);
      await response.arrayBuffer();
      if (response.status >= 500) errors.count += 1;
      health.push(performance.now() - started);
      residentMost = Math.max(residentMost, residentOf(pid));
      await sleep(HEALTH_MS);
    }
  })();
  const readers = Array.from({ length: size.readers }, async (_, index) => {
    const cookie = brought[index % brought.length]?.cookie ?? "";
    await sleep((THINK_MS * index) / size.readers);
    for (let turn = index; !going.signal.aborted; turn += 1) {
      const started = performance.now();
      await (await ask(PAGES[turn % PAGES.length] ?? "/", cookie)).arrayBuffer();
      pages.push(performance.now() - started);
      await sleep(THINK_MS);
    }
  });
  // The readers are there before the rush.
  await sleep(THINK_MS);
  const started = performance.now();
  const outcomes = await Promise.all(brought.map((one) => upload(one, ask)));
  const seconds = (performance.now() - started) / 1000;
  going.abort();
  await Promise.all([watch, ...readers]);
  await sleep(10_000);
  const validated = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM report_upload_outcome WHERE refusal IS NULL AND (counts->>'new')::int >= $1`,
    [size.areas * size.themes],
  );
  await client.end();
  return {
    municipalities: size.municipalities,
    rows: size.areas * size.themes,
    readers: size.readers,
    seconds,
    progress: outcomes.filter(({ progress }) => progress).length,
    validated: validated.rows[0]?.n ?? 0,
    healthP99: quantile(health, 0.99),
    healthMost: Math.max(...health),
    pages: pages.length,
    pageMedian: quantile(pages, 0.5),
    serverErrors: errors.count,
    residentBefore,
    residentMost,
    residentAfter: residentOf(pid),
  };
}

type Ask = (path: string, cookie: string, init?: RequestInit) => Promise<Response>;
type Brought = { readonly cookie: string; readonly base: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** Downloads the workbook as a coordinator does, and fills this period in on every row. */
async function prepare({ reportId }: RushMunicipality, cookie: string, ask: Ask): Promise<Brought> {
  const base = `/programma/oefen/rapportages/${reportId}/werkboek`;
  const response = await ask(`${base}/ophalen`, cookie);
  if (response.status !== 200) throw new Error(`The workbook answered ${response.status}.`);
  const zip = openZip(Buffer.from(await response.arrayBuffer()));
  const parts = Object.fromEntries(zip.paths.map((path) => [path, zip.read(path)]));
  const path = "xl/worksheets/sheet1.xml";
  const filled = (parts[path] ?? "").replace(
    /<c r="F(\d+)" s="(\d+)"\/>/g,
    '<c r="F$1" s="$2"><v>$1.25</v></c>',
  );
  return { cookie, base, bytes: await zipped({ ...parts, [path]: filled }) };
}

/** Uploads and looks as the page does, until it says what was found. */
async function upload({ cookie, base, bytes }: Brought, ask: Ask): Promise<{ progress: boolean }> {
  const form = new FormData();
  form.set("file", new Blob([bytes]), "werkboek.xlsx");
  // With its length known, as a browser sends it.
  const encoded = new Response(form);
  const body = await encoded.arrayBuffer();
  const answer = await ask(`${base}/inleveren`, cookie, {
    method: "POST",
    body,
    headers: { "content-type": encoded.headers.get("content-type") ?? "" },
  });
  const location = answer.headers.get("location") ?? "";
  if (answer.status !== 303 || location.includes("?")) throw new Error(`${answer.status} ${location}`);
  let progress = false;
  for (;;) {
    const html = await (await ask(location, cookie)).text();
    if (!html.includes("<progress")) return { progress };
    progress = true;
    await sleep(LOOK_MS);
  }
}
