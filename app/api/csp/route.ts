import { z } from "zod";

const LONGEST = 8 * 1024;
const PER_MINUTE = 60;

const reportSchema = z.object({
  "csp-report": z.object({
    "effective-directive": z.string().max(100).catch(""),
    "blocked-uri": z.string().max(500).catch(""),
    "document-uri": z.string().max(500).catch(""),
    "source-file": z.string().max(500).catch(""),
    "line-number": z.number().catch(0),
  }),
});

let minute = 0;
let logged = 0;

/** Anyone can post here, so a flood must not fill the log: the rest of the minute is dropped. */
function mayLog(now: number): boolean {
  const current = Math.floor(now / 60_000);
  if (current !== minute) {
    minute = current;
    logged = 0;
  }
  logged += 1;
  return logged <= PER_MINUTE;
}

const withoutQuery = (address: string) => address.split(/[?#]/, 1)[0];

/** What a browser refused to run or load. One line of JSON, without the query of an address: it may name a person. */
export async function POST(request: Request) {
  const length = Number(request.headers.get("content-length") ?? LONGEST + 1);
  if (length <= LONGEST && mayLog(Date.now())) {
    const report = reportSchema.safeParse(await request.json().catch(() => null));
    if (report.success) {
      const { "csp-report": found } = report.data;
      console.warn(
        JSON.stringify({
          event: "csp-violation",
          directive: found["effective-directive"],
          blocked: withoutQuery(found["blocked-uri"]),
          page: withoutQuery(found["document-uri"]),
          source: withoutQuery(found["source-file"]),
          line: found["line-number"],
        }),
      );
    }
  }
  return new Response(null, { status: 204 });
}
