import type pg from "pg";
import { contextToken } from "@/lib/db/context-token";
import type { Actor } from "@/lib/domain/access";
import { allocationEntry, ceilingEntry } from "@/lib/domain/ledger/facts";
import type { NewEntry } from "@/lib/domain/ledger/journal";
import { cents } from "@/lib/domain/money";

/** The smallest programme in which every guard can be tried: one stream, two municipalities, an author and an approver. */
export interface LedgerFixture {
  readonly programmeId: string;
  readonly ministryId: string;
  readonly otherMinistryId: string;
  readonly streamId: string;
  readonly trancheId: string;
  readonly themeId: string;
  readonly municipalities: readonly { readonly id: string; readonly areaId: string }[];
  readonly authorId: string;
  readonly approverId: string;
  readonly officer: Actor;
}

const SYSTEM = { personId: null, scope: "system", organisationIds: [] } as const;

/** Runs statements as this actor in one transaction, as the application does. */
export async function acting<T>(
  client: pg.ClientBase,
  actor: Pick<Actor, "personId" | "scope" | "organisationIds">,
  work: () => Promise<T>,
): Promise<T> {
  await client.query("BEGIN");
  try {
    await client.query("SELECT set_config('app.context', $1, true)", [contextToken(actor)]);
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

export const asSystemActor = <T>(client: pg.ClientBase, work: () => Promise<T>) =>
  acting(client, SYSTEM, work);

async function insert(client: pg.ClientBase, sql: string, values: readonly unknown[]): Promise<string> {
  const { rows } = await client.query<{ id: string }>(`${sql} RETURNING id`, [...values]);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error("nothing inserted");
  return id;
}

/** Made by the owner; `code` keeps several fixtures in one database apart. */
export async function makeFixture(owner: pg.ClientBase, code = "proef"): Promise<LedgerFixture> {
  return asSystemActor(owner, async () => {
    const organisation = (kind: string, name: string) =>
      insert(
        owner,
        "INSERT INTO organisation (kind, code, official_name, preferred_name) VALUES ($1, $2, $3, $3)",
        [kind, `${code}-${name}`, name],
      );
    const programmeId = await insert(
      owner,
      "INSERT INTO programme (code, name_nl, name_en, horizon_from, horizon_to, number_prefix) VALUES ($1, $1, $1, 2022, 2042, 'T')",
      [code],
    );
    const ministryId = await organisation("ministry", "ministerie");
    const otherMinistryId = await organisation("ministry", "ander ministerie");
    const streamId = await insert(
      owner,
      `INSERT INTO stream (programme_id, code, position, short_name, official_name, instrument, earmark, recipient_grain)
       VALUES ($1, 'S', 1, 'S', 'S', 'specific_grant', 'exclusive', 'area')`,
      [programmeId],
    );
    await owner.query("INSERT INTO stream_ministry (stream_id, ministry_id, role) VALUES ($1, $2, 'owner')", [
      streamId,
      ministryId,
    ]);
    const trancheId = await insert(
      owner,
      "INSERT INTO tranche (stream_id, code, name, first_year, last_year) VALUES ($1, '1', '1', 2026, 2027)",
      [streamId],
    );
    const themeId = await insert(
      owner,
      "INSERT INTO theme (stream_id, code, name_nl, name_en) VALUES ($1, 't', 't', 't')",
      [streamId],
    );
    const municipalities = [];
    for (const name of ["gemeente a", "gemeente b"]) {
      const id = await organisation("municipality", name);
      const areaId = await insert(
        owner,
        "INSERT INTO area (programme_id, municipality_id, code, name) VALUES ($1, $2, $3, $3)",
        [programmeId, id, name],
      );
      municipalities.push({ id, areaId });
    }
    const authorId = await insert(owner, "INSERT INTO person (name) VALUES ($1)", ["indiener"]);
    const approverId = await insert(owner, "INSERT INTO person (name) VALUES ($1)", ["goedkeurder"]);
    const officer: Actor = {
      personId: approverId,
      name: "goedkeurder",
      scope: "ministry",
      roles: ["approver"],
      organisationIds: [ministryId],
    };
    return {
      programmeId,
      ministryId,
      otherMinistryId,
      streamId,
      trancheId,
      themeId,
      municipalities,
      authorId,
      approverId,
      officer,
    };
  });
}

let serial = 0;

/** A proposal that the author entered and, when asked, the approver approved: entries may then be posted on it. */
export async function proposal(
  client: pg.ClientBase,
  fixture: LedgerFixture,
  kind: "ceiling" | "allocation",
  approved = true,
): Promise<string> {
  return asSystemActor(client, async () => {
    const id = await insert(
      client,
      `INSERT INTO proposal (programme_id, number, kind, status, stream_id, tranche_id, effective_on, reason, content_hash, created_by)
       VALUES ($1, $2, $3, 'proposed', $4, $5, '2026-01-15', 'toets', 'inhoud', $6)`,
      [
        fixture.programmeId,
        `T-${++serial}-${process.pid}`,
        kind,
        fixture.streamId,
        fixture.trancheId,
        fixture.authorId,
      ],
    );
    if (approved) {
      await client.query(
        "INSERT INTO approval (proposal_id, version, content_hash, shown, outcome, person_id) VALUES ($1, 1, 'inhoud', '{}', 'approved', $2)",
        [id, fixture.approverId],
      );
    }
    return id;
  });
}

export const ceiling = (fixture: LedgerFixture, proposalId: string, amount: bigint): NewEntry =>
  ceilingEntry({
    kind: "ceiling_set",
    streamId: fixture.streamId,
    trancheId: fixture.trancheId,
    proposalId,
    effectiveOn: "2026-01-15",
    reason: "plafond",
    years: [{ year: 2026, amount: cents(amount) }],
  });

export async function allocationRow(
  client: pg.ClientBase,
  fixture: LedgerFixture,
  municipality = 0,
): Promise<string> {
  const where = fixture.municipalities[municipality];
  if (where === undefined) throw new Error("no such municipality");
  return asSystemActor(client, () =>
    insert(
      client,
      `INSERT INTO allocation (programme_id, number, stream_id, tranche_id, theme_id, municipality_id, area_id, decision_number, decision_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'B-1', '2026-01-10')`,
      [
        fixture.programmeId,
        `A-${++serial}-${process.pid}`,
        fixture.streamId,
        fixture.trancheId,
        fixture.themeId,
        where.id,
        where.areaId,
      ],
    ),
  );
}

export function allocation(
  fixture: LedgerFixture,
  ids: { proposalId: string; allocationId: string },
  amount: bigint,
  municipality = 0,
): NewEntry {
  const where = fixture.municipalities[municipality];
  if (where === undefined) throw new Error("no such municipality");
  return allocationEntry({
    kind: "allocated",
    ...ids,
    streamId: fixture.streamId,
    trancheId: fixture.trancheId,
    themeId: fixture.themeId,
    municipalityId: where.id,
    areaId: where.areaId,
    effectiveOn: "2026-02-01",
    reason: "toekenning",
    years: [{ year: 2026, amount: cents(amount) }],
  });
}
