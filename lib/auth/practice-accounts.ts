import "server-only";
import { type PracticeAccountRow, readPracticeAccounts } from "@/lib/db/people/practice-accounts";

export type { PracticeAccountRow };

import { servedLocally } from "./origin";

/**
 * The invented people somebody can sign in as, or nothing at all. PRACTICE_ACCOUNTS_HINT is "on" or "off"; without it
 * they are named on a machine of one's own and never on a site that others can reach.
 */
export async function practiceAccounts(): Promise<readonly PracticeAccountRow[]> {
  const asked = process.env.PRACTICE_ACCOUNTS_HINT ?? "";
  const shown = asked === "on" || (asked !== "off" && servedLocally());
  return shown ? readPracticeAccounts() : [];
}
