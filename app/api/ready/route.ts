import { databaseReady } from "@/lib/queries/health/database-ready";

/** Ready to serve: the database answers and its migrations are complete. */
export async function GET(): Promise<Response> {
  if (await databaseReady()) return Response.json({ status: "ready" });
  return Response.json({ status: "unavailable" }, { status: 503, headers: { "Retry-After": "5" } });
}
