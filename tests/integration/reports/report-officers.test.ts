import { expect, it } from "vitest";
import { openReport } from "@/lib/commands/reports/open-report";
import { listReportOfficers } from "@/lib/queries/reports/list-report-officers";
import { openConnections } from "../support/connections";
import { acting, asSystemActor } from "../support/ledger-fixture";
import { key, makeReportingWorld } from "./reporting-world";

const { owner, app } = await openConnections();

type Person = {
  readonly name: string;
  readonly role: string;
  readonly at: string;
  readonly ended?: true;
  readonly disabled?: true;
  /** Begins tomorrow. */
  readonly later?: true;
};

const add = ({ name, role, at, ended, disabled, later }: Person) =>
  asSystemActor(owner, async () => {
    const { rows } = await owner.query("INSERT INTO person (name) VALUES ($1) RETURNING id", [name]);
    await owner.query(
      "INSERT INTO user_account (person_id, email, password_hash, disabled_at) VALUES ($1, $2, 'geheim', $3)",
      [rows[0].id, `${name}@voorbeeld.example`, disabled ? new Date() : null],
    );
    await owner.query(
      `INSERT INTO role_assignment (person_id, organisation_id, role, ended_at, valid_from)
       VALUES ($1, $2, $3::role_name, $4, current_date + $5::int)`,
      [rows[0].id, at, role, ended ? new Date() : null, later ? 1 : 0],
    );
  });

it("names the officers of the owning ministry by name and address, only those of now, and gives nothing else", async () => {
  const world = await makeReportingWorld(owner, "vraagbaak");
  const [own = "", next = ""] = world.municipalities.map(({ id }) => id);
  const { coordinatorReads, neighbourReads, auditor } = world.grants;
  const id = await openReport(world.grants.coordinator, {
    idempotencyKey: key(),
    window: world.windows[0] ?? "",
    municipality: own,
  });
  // Nobody is made up where there is nobody.
  expect(await listReportOfficers(coordinatorReads, id)).toEqual([]);

  const ministry = world.ministryId;
  for (const person of [
    { name: "behandelaar", role: "officer", at: ministry },
    { name: "collega", role: "officer", at: ministry },
    { name: "vertrokken", role: "officer", at: ministry, ended: true },
    { name: "geblokkeerd", role: "officer", at: ministry, disabled: true },
    { name: "morgen", role: "officer", at: ministry, later: true },
    { name: "fiatteur", role: "approver", at: ministry },
    { name: "elders", role: "officer", at: world.otherMinistryId },
    { name: "buurvrouw", role: "coordinator", at: next },
  ] as const)
    await add(person);
  const both = [
    { name: "behandelaar", email: "behandelaar@voorbeeld.example" },
    { name: "collega", email: "collega@voorbeeld.example" },
  ];
  expect(await listReportOfficers(coordinatorReads, id)).toEqual(both);
  expect(await listReportOfficers(auditor, id)).toEqual(both);
  // Another municipality's report is nothing to ask about.
  expect(await listReportOfficers(neighbourReads, id)).toEqual([]);

  const call = "SELECT * FROM security.report_officers($1)";
  const { fields } = await acting(app, coordinatorReads.actor, () => app.query(call, [id]));
  expect(fields.map(({ name }) => name)).toEqual(["name", "email"]);
  // Without a context there is no answer, and the tables behind it are as closed as they were.
  expect((await app.query(call, [id])).rows).toEqual([]);
  for (const table of ["user_account", "role_assignment"]) {
    const closed = await acting(app, coordinatorReads.actor, () => app.query(`SELECT 1 FROM ${table}`));
    expect(closed.rowCount, table).toBe(0);
    expect((await owner.query(`SELECT 1 FROM ${table}`)).rowCount, `${table}, owner`).toBe(0);
  }
});
