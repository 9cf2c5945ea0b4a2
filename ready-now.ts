const FRESH_MS = 1_000;
const PATIENCE_MS = 3_000;

let asked: { readonly at: number; readonly ready: Promise<boolean> } | undefined;

async function ask(): Promise<boolean> {
  const address = `http://127.0.0.1:${process.env.PORT ?? "3000"}/api/ready`;
  try {
    const { status } = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
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
