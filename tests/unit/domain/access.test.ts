import { describe, expect, it } from "vitest";
import { actorFor, mayDo, PERMISSIONS, type Permission, ROLES, type Role } from "@/lib/domain/access";

/** The whole table, written out: x may, . may not. Columns in the order of ROLES. */
const TABLE: Readonly<Record<Permission, string>> = {
  //                      officer approver coordinator signer auditor administrator public
  "claims:read": "xxxxxxx",
  "work:read": "xxxxxx.",
  "journal:read": "xx..x..",
  "ceiling:propose": "x......",
  "allocation:read": "xxxxx..",
  "allocation:propose": "x......",
  "scenario:read": "xx.....",
  "proposal:read": "xx..x..",
  "proposal:approve": ".x.....",
  "report:read": "xxxxx..",
  "report:fill": "..x....",
  "report:sign": "...x...",
  "report:review": "x......",
  "window:manage": "x......",
  "exception:request": "x.x....",
  "exception:decide": "xx.....",
  "mail:read": "xxxxxx.",
  "rule:manage": "x......",
  "claim:register": "x......",
  "conflict:decide": "x......",
  "conflict:agree": "xx.....",
  "reconciliation:read": "xx..x..",
  "tie-out:bring": "x...x..",
  "tie-out:match": "....x..",
  "export:read": "xxxxx..",
  "people:manage": ".....x.",
  "audit-log:read": "....xx.",
  "sample:manage": "....x..",
  "request:read": "..xxx..",
  "finding:read": "xxxxx..",
  "finding:write": "....x..",
  "finding:respond": "x.xx...",
  "signal:judge": "....x..",
  "check:run": "....x..",
};

describe.each(PERMISSIONS)("%s", (permission) => {
  it.each(ROLES.map((role, index) => [role, TABLE[permission][index] === "x"] as const))(
    "%s: %s",
    (role, may) => {
      expect(mayDo(role, permission)).toBe(may);
    },
  );
});

describe("who acts with a permission", () => {
  const held = (role: Exclude<Role, "public">, organisationId: string) => ({ role, organisationId });
  const person = { personId: "p", name: "P" };

  it("has the organisations of the roles that give it, and no others", () => {
    const actor = actorFor(
      { ...person, held: [held("coordinator", "a"), held("signer", "b")] },
      "report:fill",
    );
    expect(actor).toMatchObject({ scope: "municipality", organisationIds: ["a"], roles: ["coordinator"] });
  });

  it("is nobody without a role that gives it", () => {
    expect(actorFor({ ...person, held: [held("signer", "b")] }, "report:fill")).toBeNull();
    expect(actorFor(null, "report:fill")).toBeNull();
  });

  it("is the public for what was published", () => {
    expect(actorFor(null, "claims:read")).toMatchObject({
      personId: null,
      scope: "public",
      organisationIds: [],
    });
  });
});
