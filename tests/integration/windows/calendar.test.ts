import { afterAll, beforeAll, expect, it } from "vitest";
import { makeFeed, revokeFeed } from "@/lib/commands/windows/calendar-feeds";
import { findFeed } from "@/lib/queries/windows/calendar";
import { listFeeds } from "@/lib/queries/windows/windows";
import { acting, asSystemActor } from "../support/ledger-fixture";
import { openWindowsWorld, type Windows, type WindowsWorld } from "./windows-world";

let windows: Windows;
let world: WindowsWorld;
beforeAll(async () => {
  windows = await openWindowsWorld("agenda");
  world = await windows.world();
  const { personId } = world.grants.coordinator.actor;
  await asSystemActor(windows.owner, async () => {
    await windows.owner.query(
      "INSERT INTO user_account (person_id, email) VALUES ($1, 'c@gemeente.example')",
      [personId],
    );
    await windows.owner.query(
      "INSERT INTO role_assignment (person_id, organisation_id, role) VALUES ($1, $2, 'coordinator')",
      [personId, world.municipalities[0]?.id],
    );
  });
});
afterAll(() => windows.close());

const make = () =>
  makeFeed(world.grants.coordinatorReads, { programmeId: world.programmeId, language: "nl" });

it("a secret address gives the dates of the windows in which the municipality reports", async () => {
  const feed = await findFeed(await make());
  expect(feed).toMatchObject({ municipalityName: "gemeente a", language: "nl" });
  expect(feed?.windows.map(({ dueOn, opensOn }) => [opensOn, dueOn])).toEqual([
    ["2024-07-01", "2024-08-29"],
    ["2025-01-01", "2025-03-01"],
  ]);
  expect(JSON.stringify(feed)).not.toContain("coordinator");
});

it("only the hash of the secret is kept, and guessing gives nothing", async () => {
  const token = await make();
  const { rows } = await asSystemActor(windows.owner, () =>
    windows.owner.query("SELECT * FROM calendar_feed"),
  );
  expect(JSON.stringify(rows)).not.toContain(token);
  const other = token.endsWith("-") ? "_" : "-";
  for (const guess of [
    "",
    "x",
    token.slice(1),
    `${token.slice(0, -1)}${other}`,
    "../../etc/passwd",
    "a".repeat(32),
  ])
    expect(await findFeed(guess)).toBeNull();
});

it("a revoked address gives nothing, and one of somebody else is not revoked", async () => {
  const token = await make();
  const [feed] = await listFeeds(world.grants.coordinatorReads, world.programmeId);
  const revoke = { programmeId: world.programmeId, feedId: feed?.id ?? "" };
  await expect(revokeFeed(world.grants.neighbourReads, revoke)).rejects.toMatchObject({ name: "NotFound" });
  expect(await findFeed(token)).not.toBeNull();
  await revokeFeed(world.grants.coordinatorReads, revoke);
  expect(await findFeed(token)).toBeNull();
});

it("an address stops when the role or the account of its maker ends", async () => {
  const token = await make();
  const set = (sql: string) => asSystemActor(windows.owner, () => windows.owner.query(sql));
  await set("UPDATE role_assignment SET ended_at = now()");
  expect(await findFeed(token)).toBeNull();
  await set("UPDATE role_assignment SET ended_at = NULL");
  expect(await findFeed(token)).not.toBeNull();
  await set("UPDATE user_account SET disabled_at = now()");
  expect(await findFeed(token)).toBeNull();
});

it("nobody makes an address of another municipality, or in another's name", async () => {
  const { actor } = world.grants.neighbour;
  const insert = (municipality: string | undefined, person: string | null) =>
    acting(windows.app, actor, () =>
      windows.app.query(
        "INSERT INTO calendar_feed (programme_id, municipality_id, person_id, language, token_hash) VALUES ($1, $2, $3, 'nl', 'h')",
        [world.programmeId, municipality, person],
      ),
    );
  await expect(insert(world.municipalities[0]?.id, actor.personId)).rejects.toThrow(/row-level security/);
  await expect(insert(undefined, actor.personId)).rejects.toThrow(/row-level security/);
  await expect(insert(world.municipalities[1]?.id, world.authorId)).rejects.toThrow(/row-level security/);
});
