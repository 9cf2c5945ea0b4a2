import { describe, expect, it } from "vitest";
import { behindOf } from "@/lib/domain/cross-checks/freshness";
import { ledgerHealth } from "@/lib/domain/cross-checks/ledger-health";
import { runCrossRules } from "@/lib/domain/cross-checks/run";
import { WORLD } from "./whole-world";

const HOUR = 3_600_000;
const now = new Date("2026-11-30T12:00:00Z");
const asked = (hours: number) => new Date(now.getTime() - hours * HOUR);

describe("whether the last run still says how it stands", () => {
  it("a night and a little later it does, and then no more", () => {
    expect(behindOf({ state: "done", askedAt: asked(26) }, now)).toBeNull();
    expect(behindOf({ state: "done", askedAt: new Date(asked(26).getTime() - 1) }, now)).toBe("old");
  });
  it("not when a later one failed or still waits, however short ago", () => {
    expect(behindOf({ state: "failed", askedAt: now }, now)).toBe("failed");
    expect(behindOf({ state: "waiting", askedAt: now }, now)).toBe("waiting");
  });
});

describe("the promises of the ledger", () => {
  const { outcomes } = runCrossRules(WORLD, new Map(), { stages: [], waivers: [] });
  const changed = (code: string, change: object) =>
    outcomes.map((one) => (one.code === code ? { ...one, ...change } : one));

  it("hold when each was looked at and none is broken; of some time ago they held", () => {
    expect(ledgerHealth(outcomes, false)).toEqual({ broken: 0, unjudged: 0, state: "holds" });
    expect(ledgerHealth(outcomes, true).state).toBe("held");
  });
  it("are never all kept when one could not be looked at", () => {
    expect(ledgerHealth(changed("L3", { unjudged: 1 }), false)).toMatchObject({
      unjudged: 1,
      state: "unjudged",
    });
    expect(ledgerHealth(changed("L3", { unjudged: 1, found: 1 }), true)).toMatchObject({
      broken: 1,
      unjudged: 1,
      state: "broken",
    });
    expect(ledgerHealth(changed("X11", { found: 1 }), false).broken).toBe(0);
  });
});
