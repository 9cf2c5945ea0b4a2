import "server-only";
import { createHash } from "node:crypto";
import { type Feed, feedOfToken } from "@/lib/db/windows/calendar-feed";

const TOKEN = /^[\w-]{32}$/;

/** What a secret address gives; null for one that is unknown, revoked or whose maker has left. */
export async function findFeed(token: string): Promise<Feed | null> {
  if (!TOKEN.test(token)) return null;
  return feedOfToken(createHash("sha256").update(token).digest("hex"));
}
