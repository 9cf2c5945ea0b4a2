import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { removeView } from "@/lib/commands/views/remove-view";
import { saveView } from "@/lib/commands/views/save-view";
import { type Actor, issueGrant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { listViews } from "@/lib/queries/views/list-views";
import { openTestDatabase, type TestDatabase } from "../support/database";
import { acting, type LedgerFixture, makeFixture } from "../support/ledger-fixture";

let db: TestDatabase;
let owner: pg.Client;
let app: pg.Client;
let world: LedgerFixture;
let author: Actor;
let stranger: Actor;

const PLACE = { list: "allocations", subject: "" } as const;
const save = (actor: Actor, name: string, shared = false, key = randomUUID()) =>
  saveView(issueGrant("work:read", actor), {
    ...PLACE,
    idempotencyKey: key,
    programmeId: world.programmeId,
    name,
    query: "zoek=noord&pagina=2",
    shared,
  });
const list = (actor: Actor) => listViews(issueGrant("work:read", actor), world.programmeId, PLACE);
const remove = (actor: Actor, viewId: string) =>
  removeView(issueGrant("work:read", actor), {
    idempotencyKey: randomUUID(),
    programmeId: world.programmeId,
    viewId,
  });

beforeAll(async () => {
  db = await openTestDatabase();
  owner = new pg.Client(db.ownerUrl);
  app = new pg.Client(db.appUrl);
  await Promise.all([owner.connect(), app.connect()]);
  world = await makeFixture(owner, "weergaven");
  author = { ...world.officer, personId: world.authorId, name: "indiener" };
  stranger = { ...author, personId: world.approverId, organisationIds: [world.otherMinistryId] };
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await db.close();
});

describe("a saved view", () => {
  it("is found back under its list, once for the same key, without the page it was on", async () => {
    const key = randomUUID();
    const [first, again] = await Promise.all([
      save(author, "Noord", false, key),
      save(author, "Noord", false, key),
    ]);
    expect(again).toEqual(first);
    expect(await list(author)).toEqual([
      { ...PLACE, id: first.id, name: "Noord", query: "zoek=noord", shared: false, of: null },
    ]);
  });

  it("is the reader's own until it is shared, and then of colleagues of the ministry only", async () => {
    expect(await list(world.officer)).toEqual([]);
    await save(author, "Voor ons allen", true);
    expect((await list(world.officer)).map(({ name, of }) => [name, of])).toEqual([
      ["Voor ons allen", "indiener"],
    ]);
    expect(await list(stranger)).toEqual([]);
  });

  it("has a name of its own", async () => {
    const refused = await save(author, "NOORD").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect((refused as Refusal).reasons.map(({ code }) => code)).toEqual(["views.reasons.name_taken"]);
  });

  it("is removed by who made it, with a mark; its name is free again", async () => {
    const [view] = await list(author);
    const [shared] = await list(world.officer);
    await expect(remove(world.officer, shared?.id ?? "")).rejects.toBeInstanceOf(NotFound);
    await remove(author, view?.id ?? "");
    expect((await list(author)).map(({ name }) => name)).toEqual(["Voor ons allen"]);
    await save(author, "Noord");
    await expect(remove(author, view?.id ?? "")).rejects.toBeInstanceOf(NotFound);
  });
});

describe("the database", () => {
  const insert = (person: string | null, organisation: string) =>
    app.query(
      "INSERT INTO saved_view (programme_id, person_id, organisation_id, list, name, query) VALUES ($1, $2, $3, 'ledger', 'x', '')",
      [world.programmeId, person, organisation],
    );

  it("keeps a view of somebody else, or for another ministry, out", async () => {
    await expect(acting(app, author, () => insert(world.approverId, world.ministryId))).rejects.toThrow(
      /row-level/,
    );
    await expect(acting(app, author, () => insert(world.authorId, world.otherMinistryId))).rejects.toThrow(
      /row-level/,
    );
  });

  it("lets nothing but the mark change, and deletes nothing", async () => {
    await expect(acting(app, author, () => app.query("UPDATE saved_view SET name = 'y'"))).rejects.toThrow(
      /denied/,
    );
    await expect(acting(app, author, () => app.query("DELETE FROM saved_view"))).rejects.toThrow(/denied/);
    const { rowCount } = await acting(app, stranger, () =>
      app.query("UPDATE saved_view SET removed_at = now()"),
    );
    expect(rowCount).toBe(0);
  });
});
