import pg from "pg";
import { snapshotOn } from "@/lib/db/ledger-reading/snapshot";
import { verifyLedger } from "@/lib/db/ledger-reading/verify-ledger";
import type { PublishedWorld } from "../claims/published-world";

/** What the verifier finds in the practice programme. */
export async function problemsOf(world: PublishedWorld) {
  const client = new pg.Client(world.verifierUrl);
  await client.connect();
  const snapshot = await snapshotOn(client, null);
  const verdict = await verifyLedger(snapshot, { id: world.oefen, code: "oefen" }, []);
  await snapshot.close();
  await client.end();
  return verdict.problems;
}
