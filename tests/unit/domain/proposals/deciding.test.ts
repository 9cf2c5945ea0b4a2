import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Decidable, type Decider, obstacle, onBehalf, sortLines } from "@/lib/domain/proposals/deciding";

const line = (change: Partial<Decidable> = {}): Decidable => ({
  id: "p1",
  line: 1,
  status: "proposed",
  version: 1,
  contentHash: "a",
  trueHash: "a",
  createdBy: "author",
  approvals: [],
  ...change,
});
const decider = (change: Partial<Decider> = {}): Decider => ({
  personId: "approver",
  ownRight: true,
  principals: [],
  mandates: [],
  ...change,
});
const asShown = { id: "p1", version: 1, contentHash: "a" };

describe("what stands in the way of a decision", () => {
  const why = (change: Partial<Decidable>, by = decider(), outcome: "approved" | "returned" = "approved") =>
    obstacle(line(change), asShown, by, outcome);

  it("nothing, for another person who saw what it says", () => expect(why({})).toBeNull());
  it("that one entered it", () => expect(why({}, decider({ personId: "author" }))).toBe("four_eyes"));
  it("that one stands in for who entered it, also with a right of one's own", () =>
    expect(why({}, decider({ principals: ["author"], mandates: ["author"] }))).toBe("four_eyes"));
  it("that it is decided or not proposed", () => expect(why({ status: "approved" })).toBe("not_open"));
  it("another version than was shown", () => expect(why({ version: 2 })).toBe("stale"));
  it("a hash that is not of what it says", () => expect(why({ trueHash: "b" })).toBe("stale"));
  it("that one approved it before; returning it is still possible", () => {
    const approvals = [{ personId: "approver", onBehalfOf: null }];
    expect(why({ approvals })).toBe("approved_twice");
    expect(why({ approvals }, decider(), "returned")).toBeNull();
  });
});

describe("for whom a decision is", () => {
  const deputy = decider({ personId: "deputy", ownRight: false, principals: ["chief"], mandates: ["chief"] });
  it("oneself, with a right of one's own", () => expect(onBehalf(line(), decider(), "approved")).toBeNull());
  it("the principal, as a deputy", () => expect(onBehalf(line(), deputy, "approved")).toBe("chief"));
  it("nobody, when the principal approved it: they are one pair of eyes", () =>
    expect(onBehalf(line({ approvals: [{ personId: "chief", onBehalfOf: null }] }), deputy, "approved")).toBe(
      "nobody",
    ));
  it("nobody, when the principal's deputy approved it for them", () =>
    expect(
      onBehalf(
        line({ approvals: [{ personId: "deputy", onBehalfOf: "chief" }] }),
        decider({ personId: "chief" }),
        "approved",
      ),
    ).toBe("nobody"));
  it("the next principal, when the first one approved it", () =>
    expect(
      onBehalf(
        line({ approvals: [{ personId: "chief", onBehalfOf: null }] }),
        { ...deputy, mandates: ["chief", "other"] },
        "approved",
      ),
    ).toBe("other"));
});

describe("lines of a batch", () => {
  it("fall apart in what goes on, what changed since, and what stands in the way", () => {
    const lines = [
      line(),
      line({ id: "p2", line: 2, version: 2, contentHash: "b", trueHash: "b" }),
      line({ id: "p3", line: 3, approvals: [{ personId: "approver", onBehalfOf: null }] }),
    ];
    const shown = lines.map(({ id }) => ({ ...asShown, id }));
    const { go, voided, blocked } = sortLines(lines, shown, () => decider(), "approved");
    expect(go.map((one) => one.line)).toEqual([1]);
    expect(voided.map((one) => one.line)).toEqual([2]);
    expect(blocked).toEqual([{ code: "batches.reasons.approved_twice", line: 3 }]);
  });

  type Step =
    | { readonly do: "look"; readonly who: number }
    | { readonly do: "change"; readonly at: number }
    | { readonly do: "approve"; readonly who: number; readonly chosen: readonly number[] };
  const LINES = 4;
  const index = fc.nat({ max: LINES - 1 });
  const steps: fc.Arbitrary<Step[]> = fc.array(
    fc.oneof(
      fc.record({ do: fc.constant("look" as const), who: fc.nat({ max: 2 }) }),
      fc.record({ do: fc.constant("change" as const), at: index }),
      fc.record({
        do: fc.constant("approve" as const),
        who: fc.nat({ max: 2 }),
        chosen: fc.uniqueArray(index),
      }),
    ),
    { maxLength: 30 },
  );

  it("are posted once at most, and only as the approver saw them, in any order of looking, changing and approving", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const lines = Array.from({ length: LINES }, (_, at) => line({ id: `p${at}`, line: at + 1 }));
        const posts: string[] = [];
        const screens = [0, 1, 2].map(() => lines.map((one) => ({ ...one })));
        for (const step of all) {
          if (step.do === "look") screens[step.who] = lines.map((one) => ({ ...one }));
          if (step.do === "change" && lines[step.at]?.status === "proposed") {
            const version = (lines[step.at]?.version ?? 0) + 1;
            const contentHash = `v${version}`;
            Object.assign(lines[step.at] ?? {}, { version, contentHash, trueHash: contentHash });
          }
          if (step.do !== "approve") continue;
          const screen = screens[step.who] ?? [];
          const shown = screen.filter((_, at) => step.chosen.includes(at));
          const { go, voided } = sortLines(
            lines,
            shown,
            () => decider({ personId: `q${step.who}` }),
            "approved",
          );
          for (const one of go) {
            const seen = shown.find(({ id }) => id === one.id);
            expect([one.version, one.contentHash]).toEqual([seen?.version, seen?.contentHash]);
            posts.push(one.id);
            Object.assign(lines.find(({ id }) => id === one.id) ?? {}, { status: "approved" });
          }
          // Only what changed or was decided is left out.
          for (const one of voided) {
            const seen = shown.find(({ id }) => id === one.id);
            expect(one.status !== "proposed" || one.version !== seen?.version).toBe(true);
          }
          expect(go.length + voided.length).toBe(shown.length);
        }
        expect(new Set(posts).size).toBe(posts.length);
      }),
    );
  });
});
