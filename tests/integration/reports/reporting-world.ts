import { randomUUID } from "node:crypto";
import type pg from "pg";
import { append } from "@/lib/db/journal";
import { inContext } from "@/lib/db/transaction";
import { type Actor, type Grant, issueGrant, type Permission, type Role } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import type { LineInput, ReportInput } from "@/lib/input/report";
import {
  allocation,
  asSystemActor,
  ceiling,
  type LedgerFixture,
  makeFixture,
  proposal,
} from "../support/ledger-fixture";

/** A tranche with two themes and two periods of 2024, both over; municipality 0 has 1.000,00 per theme. */
export interface ReportingWorld extends LedgerFixture {
  readonly themes: readonly { readonly id: string; readonly code: string }[];
  readonly windows: readonly string[];
  readonly grants: {
    readonly coordinator: Grant<"report:fill">;
    readonly coordinatorReads: Grant<"report:read">;
    readonly colleague: Grant<"report:fill">;
    readonly both: Grant<"report:fill">;
    readonly bothSigns: Grant<"report:sign">;
    readonly signer: Grant<"report:sign">;
    readonly officer: Grant<"report:review">;
    readonly officerReads: Grant<"report:read">;
    readonly otherOfficer: Grant<"report:review">;
    readonly neighbour: Grant<"report:fill">;
    readonly neighbourReads: Grant<"report:read">;
    readonly neighbourSigns: Grant<"report:sign">;
    readonly auditor: Grant<"report:read">;
  };
}

const ALLOCATED = 1_000_00n;

async function one(client: pg.ClientBase, sql: string, values: readonly unknown[]): Promise<string> {
  const { rows } = await client.query<{ id: string }>(`${sql} RETURNING id`, [...values]);
  return rows[0]?.id ?? "";
}

export async function makeReportingWorld(owner: pg.ClientBase, code: string): Promise<ReportingWorld> {
  const fixture = await makeFixture(owner, code);
  const themes = [{ id: fixture.themeId, code: "t" }];
  const windows: string[] = [];
  const people: Record<string, string> = {};
  await asSystemActor(owner, async () => {
    await owner.query("UPDATE tranche SET first_year = 2024, last_year = 2025 WHERE id = $1", [
      fixture.trancheId,
    ]);
    const second =
      "INSERT INTO theme (stream_id, code, name_nl, name_en, position) VALUES ($1, 'u', 'u', 'u', 1)";
    themes.push({ id: await one(owner, second, [fixture.streamId]), code: "u" });
    for (const [period, start, end] of [
      [1, "2024-01-01", "2024-06-30"],
      [2, "2024-07-01", "2024-12-31"],
    ] as const) {
      const sql = `INSERT INTO reporting_window (programme_id, stream_id, tranche_id, code, year, period, periods, starts_on, ends_on, opens_on, due_on)
        VALUES ($1, $2, $3, $4, 2024, $5, 2, $6, $7, $7::date + 1, $7::date + 60)`;
      windows.push(
        await one(owner, sql, [
          fixture.programmeId,
          fixture.streamId,
          fixture.trancheId,
          `${code}-${period}`,
          period,
          start,
          end,
        ]),
      );
    }
    await owner.query(
      "INSERT INTO indicator (programme_id, stream_id, code, name_nl, name_en, unit_nl, unit_en, target) VALUES ($1, $2, 'bereik', 'Bereik', 'Reach', 'mensen', 'people', 100)",
      [fixture.programmeId, fixture.streamId],
    );
    for (const name of ["coordinator", "colleague", "both", "signer", "neighbour", "auditor", "other"]) {
      people[name] = await one(owner, "INSERT INTO person (name) VALUES ($1)", [name]);
    }
  });
  await allocate(owner, fixture, themes);
  return { ...fixture, themes, windows, grants: grantsOf(fixture, people) };
}

async function allocate(
  owner: pg.ClientBase,
  fixture: LedgerFixture,
  themes: ReportingWorld["themes"],
): Promise<void> {
  const entries = [ceiling(fixture, await proposal(owner, fixture, "ceiling"), 10_000_00n)];
  for (const [municipality, where] of fixture.municipalities.entries()) {
    for (const { id: themeId, code } of themes) {
      const allocationId = await asSystemActor(owner, () =>
        one(
          owner,
          `INSERT INTO allocation (programme_id, number, stream_id, tranche_id, theme_id, municipality_id, area_id, decision_number, decision_on)
           VALUES ($1, $2, $3, $4, $5, $6, $7, 'B-1', '2024-01-10')`,
          [
            fixture.programmeId,
            `${municipality}-${code}`,
            fixture.streamId,
            fixture.trancheId,
            themeId,
            where.id,
            where.areaId,
          ],
        ),
      );
      const proposalId = await proposal(owner, fixture, "allocation");
      entries.push(
        allocation({ ...fixture, themeId }, { proposalId, allocationId }, ALLOCATED, municipality),
      );
    }
  }
  await inContext(fixture.officer, (tx) => append(tx, fixture.programmeId, fixture.approverId, entries));
}

function grantsOf(fixture: LedgerFixture, people: Record<string, string>): ReportingWorld["grants"] {
  const actor = (name: string, role: Role, scope: Actor["scope"], organisationId: string): Actor => ({
    personId: people[name] ?? "",
    name,
    scope,
    roles: [role],
    organisationIds: [organisationId],
  });
  const [own, next] = fixture.municipalities.map(({ id }) => id);
  const grant = <P extends Permission>(permission: P, of: Actor) => issueGrant(permission, of);
  const coordinator = actor("coordinator", "coordinator", "municipality", own ?? "");
  const neighbour = actor("neighbour", "coordinator", "municipality", next ?? "");
  const officer: Actor = { ...fixture.officer, roles: ["officer"] };
  return {
    coordinator: grant("report:fill", coordinator),
    coordinatorReads: grant("report:read", coordinator),
    colleague: grant("report:fill", actor("colleague", "coordinator", "municipality", own ?? "")),
    both: grant("report:fill", actor("both", "coordinator", "municipality", own ?? "")),
    bothSigns: grant("report:sign", actor("both", "signer", "municipality", own ?? "")),
    signer: grant("report:sign", actor("signer", "signer", "municipality", own ?? "")),
    officer: grant("report:review", officer),
    officerReads: grant("report:read", officer),
    otherOfficer: grant("report:review", actor("other", "officer", "ministry", fixture.otherMinistryId)),
    neighbour: grant("report:fill", neighbour),
    neighbourReads: grant("report:read", neighbour),
    neighbourSigns: grant("report:sign", actor("neighbour", "signer", "municipality", next ?? "")),
    auditor: grant("report:read", actor("auditor", "auditor", "audit", randomUUID())),
  };
}

export const key = () => randomUUID();

/** The part of a return that gives the whole report back. */
export const backAsAWhole = (reason: string) => ({ reason, parts: [], answerBy: null });

/** A form in which the named themes get this spend and forecast, and the result is told. */
export function filled(
  world: ReportingWorld,
  report: { readonly id: string; readonly version: number },
  amounts: Readonly<
    Record<string, { readonly spent: bigint; readonly forecast?: bigint; readonly correction?: bigint }>
  >,
): ReportInput {
  const area = "gemeente a";
  const lines = Object.entries(amounts).map(
    ([theme, { spent, forecast = ALLOCATED, correction }]): LineInput => ({
      key: `${area}.${theme}`,
      spent: cents(spent),
      forecast: cents(forecast),
      // After the first period two years are left; after the last there is nothing to divide, and this is passed over.
      years: [
        { year: 2024, amount: cents(0n) },
        { year: 2025, amount: cents(forecast) },
      ],
      explanation: null,
      ...(correction === undefined ? {} : { correction: cents(correction), note: "dubbele factuur" }),
    }),
  );
  return {
    idempotencyKey: key(),
    submitKey: key(),
    report: report.id,
    version: report.version,
    intent: "save",
    lines,
    results: [{ key: "bereik", result: 12n, resultNote: null }],
  };
}
