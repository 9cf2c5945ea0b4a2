const FRESH_MS = 1_000;
const PATIENCE_MS = 3_000;

/** This server itself. A rewrite cannot be used: Next takes 127.0.0.1 and localhost for two places, and would go round. */
const itself = (path: string) => `http://127.0.0.1:${process.env.PORT ?? "3000"}${path}`;

let asked: { readonly at: number; readonly ready: Promise<boolean> } | undefined;

async function ask(): Promise<boolean> {
  try {
    const { status } = await fetch(itself("/api/ready"), {
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return status !== 503;
  } catch {
    // Nothing answers at that address, which says nothing about the database: the page itself will show.
    return true;
  }
}

/** Whether the database answers, asked at most once a second however many pages are opened. */
export function readyNow(now = Date.now()): Promise<boolean> {
  if (asked === undefined || now - asked.at > FRESH_MS) asked = { at: now, ready: ask() };
  return asked.ready;
}

/** Where the page stands that needs no database. */
export const AWAY = "/niet-bereikbaar";

/** That page as the answer to any request, in the reader's language and with the policy it was made under. */
export async function awayAnswer(request: Headers): Promise<Response> {
  const headers = new Headers();
  for (const name of ["cookie", "accept-language"]) {
    const value = request.get(name);
    if (value !== null) headers.set(name, value);
  }
  const page = await fetch(itself(AWAY), { cache: "no-store", headers });
  const answer = new Headers({ "retry-after": "5", "cache-control": "no-store" });
  for (const name of ["content-type", "content-security-policy"]) {
    const value = page.headers.get(name);
    if (value !== null) answer.set(name, value);
  }
  return new Response(await page.text(), { status: 503, headers: answer });
}
