import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proposeRun } from "@/lib/commands/distribution/propose-run";
import { runKey } from "@/lib/commands/distribution/run-key";
import { type EnteredKey, writeKey } from "@/lib/commands/distribution/write-key";
import { readProgrammeFacts } from "@/lib/db/cross-checks/read-facts";
import { inContext } from "@/lib/db/transaction";
import { issueGrant } from "@/lib/domain/access";
import { maximumPerRecipient } from "@/lib/domain/cross-checks/rules/maximum-per-recipient";
import { cents } from "@/lib/domain/money";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { type Desk, openDesk } from "../support/desk";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk("maximum");
});
afterAll(() => desk.close());

const grant = () => issueGrant("allocation:propose", desk.author);
/** Equally, with a maximum per municipality or none. */
const key = (maximum: bigint | null, change: Partial<EnteredKey> = {}) =>
  writeKey(grant(), {
    idempotencyKey: randomUUID(),
    programmeId: desk.fixture.programmeId,
    keyId: null,
    streamId: desk.fixture.streamId,
    name: `sleutel ${randomUUID()}`,
    definition: {
      format: "geldstroom-key-v1",
      grain: "municipality",
      among: null,
      parts: [
        { kind: "equal", take: { of: "rest" } },
        ...(maximum === null ? [] : [{ kind: "cap" as const, cents: cents(maximum) }]),
      ],
      statedPot: null,
    },
    legalSource: "Stcrt. toets",
    effectiveOn: "2026-01-01",
    reason: "toets",
    seen: 0,
    ...change,
  });
const run = (keyId: string, pot: bigint) =>
  runKey(grant(), {
    idempotencyKey: randomUUID(),
    programmeId: desk.fixture.programmeId,
    keyId,
    version: 1,
    trancheId: desk.fixture.trancheId,
    pots: [{ year: 2026, pot: cents(pot) }],
    inputs: new Map(),
  });
const proposeOf = async (runId: string): Promise<string[]> => {
  const batch = await proposeRun(grant(), {
    idempotencyKey: randomUUID(),
    programme: desk.programme,
    runId,
    themeId: desk.fixture.themeId,
    decisionNumber: `V-${randomUUID().slice(0, 8)}`,
    decisionOn: "2026-03-01",
    legalSource: null,
    reason: "verdeling",
    today: "2026-03-01",
    as: "proposed",
  });
  const { rows } = await desk.superuser.query<{ id: string }>(
    "SELECT id FROM proposal WHERE batch_id = $1 ORDER BY batch_line",
    [batch],
  );
  return rows.map(({ id }) => id);
};
const approveAll = async (ids: readonly string[]) => {
  for (const id of ids) await desk.approve(id);
};
const facts = () =>
  inContext(desk.fixture.officer, (tx) =>
    readProgrammeFacts(tx, desk.fixture.programmeId, {
      validOn: "2026-06-30",
      knownAt: instantNow(new Date()),
    }),
  );
const judged = async () => maximumPerRecipient(await facts());
const maxima = async () => (await facts()).maxima.map(({ year, amount }) => [year, amount]);

describe("the most that one recipient may get", () => {
  let keyId = "";

  it("is of no key that nothing was allocated by: tried, or only proposed", async () => {
    await run(await key(10_00n), 20_00n);
    expect(await judged()).toMatchObject({ checked: 0, found: 0, why: "no_maximum" });
    keyId = await key(30_00n);
    const proposals = await proposeOf(await run(keyId, 60_00n));
    expect(await maxima()).toEqual([]);
    await approveAll(proposals);
    expect(await maxima()).toEqual([
      [2026, 30_00n],
      [2026, 30_00n],
    ]);
    expect(await judged()).toMatchObject({ checked: 2, found: 0 });
  });

  it("stays that of the version by which it was divided, also when a later one is said to hold from before", async () => {
    const { rows } = await desk.superuser.query("SELECT name FROM distribution_key WHERE id = $1", [keyId]);
    await key(10_00n, { keyId, name: rows[0].name, seen: 1, effectiveOn: "2025-01-01" });
    expect(await judged()).toMatchObject({ checked: 2, found: 0 });
  });

  it("is found to be passed by a later decision, to the cent", async () => {
    const { allocationId } = desk;
    await desk.approve(await desk.propose("revision", 1n, { allocationId }));
    const { findings } = await judged();
    expect(findings).toMatchObject([{ source: { value: 30_01n }, target: { value: 30_00n } }]);
    expect(findings[0]?.place.municipalityId).toBe(desk.fixture.municipalities[0]?.id);
  });

  it("gives way to a later division of the same money without one", async () => {
    await approveAll(await proposeOf(await run(await key(null), 80_00n)));
    expect(await judged()).toMatchObject({ checked: 0, found: 0, why: "no_maximum" });
  });

  it("gives way as well when the later one goes to municipalities as a whole, and the earlier to their areas", async () => {
    const byArea = await key(50_00n, {
      definition: {
        format: "geldstroom-key-v1",
        grain: "area",
        among: null,
        parts: [
          { kind: "equal", take: { of: "rest" } },
          { kind: "cap", cents: cents(50_00n) },
        ],
        statedPot: null,
      },
    });
    await approveAll(await proposeOf(await run(byArea, 84_00n)));
    expect((await facts()).maxima.map(({ grain }) => grain)).toEqual(["area", "area"]);
    await approveAll(await proposeOf(await run(await key(null), 86_00n)));
    expect((await facts()).maxima).toEqual([]);
  });
});
