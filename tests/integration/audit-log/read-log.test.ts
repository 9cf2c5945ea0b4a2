import { expect, it } from "vitest";
import { recordAudit } from "@/lib/db/audit";
import { inContext } from "@/lib/db/transaction";
import { type Actor, issueGrant } from "@/lib/domain/access";
import type { AuditAction } from "@/lib/domain/audit/audit-action";
import type { AuditAsked } from "@/lib/domain/audit/audit-line";
import { readLogQuestion } from "@/lib/input/audit-log";
import { everyAuditLine, findAuditLines, findAuditLinesOf } from "@/lib/queries/audit-log/find-lines";
import { openConnections } from "../support/connections";
import { asSystemActor, makeFixture } from "../support/ledger-fixture";

const { owner } = await openConnections();
const fixture = await makeFixture(owner, "log-lezen");
const auditor: Actor = { ...fixture.officer, scope: "audit", organisationIds: [] };
const grant = issueGrant("audit-log:read", auditor);
const { officer } = fixture;
const { asked: everyLine } = readLogQuestion({});

const record = (action: AuditAction, more: Partial<Parameters<typeof recordAudit>[2]> = {}) =>
  inContext(officer, (tx) => recordAudit(tx, officer, { action, ...more }));
await record("claim.registered", { programmeId: fixture.programmeId, facts: { code: "C-100%" } });
await record("claim.linked", { programmeId: fixture.programmeId, subjectKind: "claim", subjectId: "abc" });
await record("access.denied", { outcome: "refused", origin: "192.0.2.7" });
await asSystemActor(owner, () =>
  owner.query(
    "INSERT INTO audit_event (at, action, outcome, person_id) VALUES ('2025-12-31T23:30:00Z', 'view.saved', 'done', $1)",
    [officer.personId],
  ),
);

const found = async (asked: Partial<AuditAsked>) =>
  (await findAuditLines(grant, { ...everyLine, ...asked }, null)).map(({ action }) => action);

it.each<[string, Partial<AuditAsked>, string[]]>([
  ["nothing", {}, ["view.saved", "access.denied", "claim.linked", "claim.registered"]],
  ["an action", { action: "claim.linked" }, ["claim.linked"]],
  ["what was refused", { outcome: "refused" }, ["access.denied"]],
  ["a programme", { programme: "log-lezen" }, ["claim.linked", "claim.registered"]],
  ["another programme", { programme: "elders" }, []],
  ["a fact, with what is a pattern taken as it stands", { text: "100%" }, ["claim.registered"]],
  ["a pattern that nothing has", { text: "C_100" }, []],
  ["an address", { text: "192.0.2" }, ["access.denied"]],
  ["what it is about", { text: "ABC" }, ["claim.linked"]],
  // Half past eleven at night in Greenwich is the new year here.
  ["a day in Amsterdam", { from: "2026-01-01", to: "2026-01-01" }, ["view.saved"]],
  ["the day before", { to: "2025-12-31" }, []],
])("is narrowed to %s", async (_, asked, actions) => {
  expect(await found(asked)).toEqual(actions);
});

it("goes on from the last line of a page, and an export has every line once", async () => {
  const [first] = await findAuditLines(grant, everyLine, null);
  const next = await findAuditLines(grant, everyLine, first?.id ?? null);
  expect(next.map(({ action }) => action)).toEqual(["access.denied", "claim.linked", "claim.registered"]);
  const all: string[] = [];
  for await (const { action } of everyAuditLine(grant, everyLine)) all.push(action);
  expect(all).toEqual(await found({}));
});

it("tells of one person what they did, by the name they have in it", async () => {
  const lines = await findAuditLinesOf(grant, officer.personId ?? "", 10);
  expect(lines).toHaveLength(4);
  expect(new Set(lines.map(({ who }) => who)).size).toBe(1);
  expect(lines.map(({ programme }) => programme?.nl ?? null)).toContain(
    (await owner.query("SELECT name_nl FROM programme WHERE code = 'log-lezen'")).rows[0]?.name_nl,
  );
});
