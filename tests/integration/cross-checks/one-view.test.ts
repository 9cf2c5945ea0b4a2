import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { askRun } from "@/lib/db/cross-checks/ask-run";
import { performRun } from "@/lib/db/cross-checks/perform-run";
import { readCrossFindings, readRun, readRunNumber } from "@/lib/db/cross-checks/read-runs";
import * as register from "@/lib/db/cross-checks/register";
import { asSystem } from "@/lib/db/transaction";
import { openPublishedWorld, type PublishedWorld } from "../claims/published-world";

let world: PublishedWorld;
beforeAll(async () => {
  world = await openPublishedWorld();
}, 240_000);
afterAll(() => world.close());

it("a run sees one ledger: what is committed between two of its questions is of the next run", async () => {
  const read = register.readRegister;
  vi.spyOn(register, "readRegister").mockImplementationOnce(async (...asked) => {
    // The positions were read; now another commits, with a moment before the one that the run is as of.
    await world.behind.query(`
      ALTER TABLE posting DISABLE TRIGGER ALL;
      UPDATE posting p SET amount_cents = amount_cents + 700 FROM account a WHERE a.id = p.account_id AND a.kind = 'allocated'
        AND a.programme_id = '${world.oefen}' AND p.entry_seq = (SELECT min(seq) FROM entry WHERE kind = 'allocated');
      ALTER TABLE posting ENABLE TRIGGER ALL`);
    return read(...asked);
  });
  // Everything that is recorded is known by then, whatever day it is today.
  const asOf = { validOn: "2026-11-30", knownAt: "9998-12-31T23:59:59.000000Z" };
  const id = await asSystem((tx) =>
    askRun(tx, { programmeId: world.oefen, personId: null, asOf, current: false }),
  );
  await performRun(id);
  const found = await asSystem(async (tx) => {
    const run = await readRun(tx, world.oefen, await readRunNumber(tx, id));
    expect(run?.state).toBe("done");
    return readCrossFindings(tx, id, {}, { limit: 100, offset: 0 });
  });
  expect(found.flatMap(({ code, key }) => (code === "X3" ? [] : [key]))).toEqual(["X2~OBU"]);
});
