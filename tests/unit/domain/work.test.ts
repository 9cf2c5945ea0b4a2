import { expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { ministryTasks, type OpenProposal } from "@/lib/domain/work";

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
const FOUND = {
  proposals: [
    proposal("proposed", true),
    proposal("proposed", false),
    proposal("returned", true),
    proposal("returned", false),
    proposal("draft", true),
  ],
  reports: [{ id: "r", stream: "S", municipality: "M", year: 2026, period: 1, periods: 1 }],
  conflicts: [{ code: "L01", titleNl: "t", titleEn: "t", severity: "high" as const }],
};
const what = (roles: Parameters<typeof ministryTasks>[0]) =>
  ministryTasks(roles, FOUND).now.map((task) => task.what);

it("an officer reviews, mends what came back and decides conflicts, and approves nothing", () => {
  expect(what(["officer"])).toEqual(["report", "returned", "draft", "conflict"]);
});

it("an approver approves what others entered", () => {
  expect(what(["approver"])).toEqual(["approve", "returned", "draft"]);
});

it("who is both never has to approve one's own: it waits for somebody else", () => {
  const { now, waiting } = ministryTasks(["officer", "approver"], FOUND);
  expect(
    now.filter((task) => task.what === "approve").map((task) => "proposal" in task && task.proposal.id),
  ).toEqual(["proposed-other"]);
  expect(waiting.map((task) => "proposal" in task && task.proposal.id)).toEqual(["proposed-own"]);
});
