import "server-only";
import { isIP } from "node:net";
import { headers } from "next/headers";

/** How many reverse proxies of ours stand in front: each adds, at the end, the address that it saw. */
const trustedProxies = () => Math.max(1, Number.parseInt(process.env.TRUSTED_PROXIES ?? "1", 10) || 1);

/** Where a request came from. What a client itself wrote in the header stands in front of what our proxies saw. */
export function addressOf(forwardedFor: string | null, proxies = trustedProxies()): string {
  const seen = (forwardedFor ?? "").split(",").map((one) => one.trim());
  const address = seen.at(-proxies) ?? seen[0] ?? "";
  return isIP(address) > 0 ? address : "unknown";
}

export async function clientAddress(): Promise<string> {
  return addressOf((await headers()).get("x-forwarded-for"));
}
