import { expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import {
  type MinistryTask,
  ministryTasks,
  NO_RULE_DECISIONS,
  type OpenBatch,
  type OpenProposal,
  type OpenStage,
  type OpenWaiver,
} from "@/lib/domain/work";

const proposal = (status: OpenProposal["status"], own: boolean): OpenProposal => ({
  id: `${status}-${own ? "own" : "other"}`,
  number: "N",
  kind: "ceiling",
  status,
  stream: "S",
  place: null,
  author: "A",
  own,
  total: cents(1n),
  returnReason: null,
  returnedBy: null,
});
const batch = (own: boolean, proposed: number, returned: number, draft: number): OpenBatch => ({
  id: `batch-${own ? "own" : "other"}-${proposed}`,
  number: "V",
  name: "B",
  author: "A",
  own,
  proposed,
  returned,
  draft,
  total: cents(9n),
});
const FOUND = {
  proposals: [
    proposal("proposed", true),
    proposal("proposed", false),
    proposal("returned", true),
    proposal("returned", false),
    proposal("draft", true),
  ],
  batches: [batch(true, 2, 1, 0), batch(false, 3, 0, 0), batch(false, 0, 2, 0), batch(true, 0, 0, 4)],
  reports: [{ id: "r", stream: "S", municipality: "M", year: 2026, period: 1, periods: 1 }],
  conflicts: [{ code: "L01", titleNl: "t", titleEn: "t", severity: "high" as const }],
  rules: NO_RULE_DECISIONS,
};
const idOf = (task: MinistryTask) =>
  "proposal" in task ? task.proposal.id : "batch" in task ? task.batch.id : task.what;
const what = (roles: Parameters<typeof ministryTasks>[0]) =>
  ministryTasks(roles, FOUND).now.map((task) => task.what);

it("an officer reviews, mends what came back and decides conflicts, and approves nothing", () => {
  expect(what(["officer"])).toEqual(["report", "returned", "returned", "draft", "draft", "conflict"]);
});

it("an approver approves what others entered", () => {
  expect(what(["approver"])).toEqual(["approve", "approve", "returned", "returned", "draft", "draft"]);
});

it("who is both never has to approve one's own: it waits for somebody else", () => {
  const { now, waiting } = ministryTasks(["officer", "approver"], FOUND);
  expect(now.filter((task) => task.what === "approve").map(idOf)).toEqual([
    "proposed-other",
    "batch-other-3",
  ]);
  expect(waiting.map(idOf)).toEqual(["proposed-own", "batch-own-2"]);
});

it("rules and waivers wait for another than who proposed or asked them", () => {
  const stage = (own: boolean): OpenStage => ({
    id: `s-${own}`,
    rule: "S15",
    stage: "warn",
    from: "2026-12-01",
    proposer: "A",
    own,
  });
  const waiver = (own: boolean): OpenWaiver => ({
    id: `w-${own}`,
    rule: "S15",
    stream: "S",
    municipality: "M",
    expiresOn: "2026-12-31",
    requester: "A",
    own,
  });
  const nothing = { proposals: [], batches: [], reports: [], conflicts: [] };
  const rules = { stages: [stage(true), stage(false)], waivers: [waiver(false), waiver(true)] };
  const { now, waiting } = ministryTasks(["officer"], { ...nothing, rules });
  expect(now).toEqual([
    { what: "stage", stage: stage(false) },
    { what: "waiver", waiver: waiver(false) },
  ]);
  expect(waiting.map((task) => task.what)).toEqual(["waitingStage", "waitingWaiver"]);
});
