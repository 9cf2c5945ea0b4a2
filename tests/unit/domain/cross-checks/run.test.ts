import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEVERITY_OF_CHECK } from "@/components/cross-checks/look";
import { CROSS_RULES } from "@/lib/domain/cross-checks/cross-rules";
import { INVARIANTS } from "@/lib/domain/cross-checks/invariants";
import { changeOf, outcomeStatus, passedOf } from "@/lib/domain/cross-checks/kept-run";
import { groupOf, isCrossRule, runCrossRules } from "@/lib/domain/cross-checks/run";
import { type Decided, severityAt } from "@/lib/domain/cross-checks/weigh";
import { cents } from "@/lib/domain/money";
import { balanceOf } from "@/lib/domain/reconciliation/positions";
import { RULES } from "@/lib/domain/rules/catalogue";
import { allocation, judged, position, report, SPOT, WORLD } from "./whole-world";

const NOBODY: Decided = { stages: [], waivers: [] };
const run = (change: Partial<typeof WORLD> = {}, decided: Decided = NOBODY) =>
  runCrossRules({ ...WORLD, ...change }, new Map(), decided);
/** A place that is reported no more: a finding of X14. */
const GONE = { reports: [report({ lines: [] })] };

describe("a run", () => {
  it("has an outcome of every rule, and every rule stands in the catalogue", () => {
    const { outcomes, findings } = run();
    expect(outcomes.map(({ code }) => code)).toEqual([...CROSS_RULES, ...INVARIANTS].map(({ code }) => code));
    expect(findings).toEqual([]);
    for (const { code } of outcomes) expect(RULES.map((one) => one.code)).toContain(code);
    expect(outcomes.filter(({ code }) => groupOf(code) === "ledger")).toHaveLength(INVARIANTS.length);
    expect(isCrossRule("S6")).toBe(false);
  });

  it("gives a finding the same key each time, and two things of one name another", () => {
    const keys = () => run(GONE).findings.map(({ key }) => key);
    expect(keys()).toContain("X14~ow~t1~noord~jeugd");
    expect(keys()).toEqual(keys());
    const twice = [WORLD.divisions, WORLD.divisions].flat().map((one) => ({ ...one, left: cents(0n) }));
    const found = run({ divisions: twice }).findings.filter(({ code }) => code === "D1");
    expect(new Set(found.map(({ key }) => key)).size).toBe(2);
  });

  it("never has a key twice, whatever is broken", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a1", "a2", "a3"), { maxLength: 6 }), (ids) => {
        const register = ids.map((id) => allocation({ id, number: id.toUpperCase(), originals: 2 }));
        const keys = run({ register, ...GONE }).findings.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

describe("what people decided about a rule", () => {
  const weighed = (decided: Partial<Decided>) => {
    const { findings, outcomes } = run(GONE, { ...NOBODY, ...decided });
    return {
      outcome: outcomes.find(({ code }) => code === "X14"),
      finding: findings.find(({ code }) => code === "X14"),
    };
  };

  it("its stage on the date makes a finding a trial, a question or a bar; at rest it is not run", () => {
    const at = (stage: "simulate" | "warn" | "block" | "retire", from = "2026-01-01") =>
      weighed({ stages: [{ code: "X14", stage, from }] });
    expect(weighed({}).finding?.severity).toBe("warn");
    expect(at("simulate").finding?.severity).toBe("simulated");
    expect(at("block").finding?.severity).toBe("block");
    expect(at("block", "2026-07-01").finding?.severity).toBe("warn");
    expect(at("retire").finding).toBeUndefined();
    expect(at("retire").outcome).toMatchObject({ stage: "retire", checked: 0, unjudged: 0 });
    expect(severityAt("inform", null)).toBe("inform");
  });

  it("a waiver is noted for its stream and municipality, as long as it lasts", () => {
    const waiver = {
      id: "w",
      code: "X14" as const,
      areaId: null,
      expiresOn: "2026-12-31",
      streamId: "s",
      municipalityId: "m",
    };
    expect(weighed({ waivers: [waiver] }).finding?.waiverId).toBe("w");
    expect(weighed({ waivers: [{ ...waiver, municipalityId: "n" }] }).finding?.waiverId).toBeNull();
    expect(weighed({ waivers: [{ ...waiver, areaId: "zuid" }] }).finding?.waiverId).toBeNull();
    expect(weighed({ waivers: [{ ...waiver, expiresOn: "2026-06-29" }] }).finding?.waiverId).toBeNull();
  });
});

describe("in cents", () => {
  const money = fc.bigInt(0n, 10n ** 15n);

  it("uses are sources for any amounts that add up, and off by what they are off (X5)", () => {
    fc.assert(
      fc.property(money, money, fc.bigInt(-5n, 5n), (free, used, off) => {
        const positions = [
          position("ceiling", -(free + used + off)),
          position("unallocated", free),
          position("allocated", used),
        ];
        const [finding] = judged("X5", { positions }).findings;
        expect(finding === undefined ? 0n : (finding.source.value ?? 0n) - (finding.target.value ?? 0n)).toBe(
          off,
        );
      }),
    );
  });

  it("parts of any size make their pot to the cent, and one cent off is found (D1)", () => {
    fc.assert(
      fc.property(
        fc.array(money, { minLength: 1, maxLength: 30 }),
        money,
        fc.boolean(),
        (amounts, left, off) => {
          const pot = amounts.reduce((all, one) => all + one, left) + (off ? 1n : 0n);
          const divisions = WORLD.divisions.map((one) => ({
            ...one,
            pot: cents(pot),
            amounts: amounts.map(cents),
            left: cents(left),
          }));
          expect(judged("D1", { divisions }).found).toBe(off ? 1 : 0);
        },
      ),
    );
  });

  it("the total of a stream never depends on the order of its positions (X1)", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...WORLD.positions], { minLength: WORLD.positions.length }),
        (positions) => {
          expect(judged("X1", { positions }).found).toBe(0);
          expect(balanceOf(positions, "allocated")).toBe(100_00n);
        },
      ),
    );
  });
});

it("an outcome is in order only when everything was looked at and nothing found", () => {
  const at = { stage: null, checked: 3, found: 0, unjudged: 0 };
  expect(outcomeStatus(at)).toBe("passed");
  expect(outcomeStatus({ ...at, unjudged: 400 })).toBe("partly");
  expect(outcomeStatus({ ...at, found: 1, unjudged: 400 })).toBe("found");
  expect(outcomeStatus({ ...at, found: 1 })).toBe("found");
  expect(outcomeStatus({ ...at, checked: 0 })).toBe("unjudged");
  expect(outcomeStatus({ ...at, stage: "retire", checked: 0 })).toBe("rest");
  expect(passedOf({ checked: 3, found: 1 })).toBe(2);
  expect(changeOf({ since: 4 }, { number: 4 })).toBe("new");
  expect(changeOf({ since: 3 }, { number: 4 })).toBe("still");
  expect(SEVERITY_OF_CHECK.block.tone).toBe("error");
  expect(SPOT.areaId).toBe("noord");
});
