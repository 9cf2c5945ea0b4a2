import { Readable } from "node:stream";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { readRange } from "@/lib/domain/exports/job";
import { NotFound } from "@/lib/domain/refusal";
import { exportContent, findExport } from "@/lib/queries/exports/jobs";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

type Props = { params: Promise<{ programme: string; job: string }> };

/** What was made, or the part of it that a download still lacks. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("export:read");
  const { programme: code, job: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const job = await orNotFound(findExport(grant, programme.id, id));
  if (job.state !== "done") await orNotFound(Promise.reject(new NotFound("export")));
  const tag = `"${job.sha256}"`;
  const headers = {
    "Content-Type": "application/octet-stream",
    "Content-Disposition": `attachment; filename="${job.fileName}"`,
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "private, no-store",
    "Accept-Ranges": "bytes",
    ETag: tag,
  };
  const same = request.headers.get("if-range") ?? tag;
  const asked = same === tag ? readRange(request.headers.get("range"), job.bytes) : null;
  if (asked === "outside")
    return new Response(null, {
      status: 416,
      headers: { ...headers, "Content-Range": `bytes */${job.bytes}` },
    });
  const { from, to } = asked ?? { from: 0n, to: job.bytes - 1n };
  const pieces = Readable.from(exportContent(grant, job.id, { from, to }));
  return new Response(Readable.toWeb(pieces) as ReadableStream<Uint8Array>, {
    status: asked === null ? 200 : 206,
    headers: {
      ...headers,
      "Content-Length": String(to - from + 1n),
      ...(asked === null ? {} : { "Content-Range": `bytes ${from}-${to}/${job.bytes}` }),
    },
  });
}
