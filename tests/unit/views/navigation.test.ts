import { describe, expect, it } from "vitest";
import { navigationFor } from "@/lib/views/navigation";

const keys = (...roles: Parameters<typeof navigationFor>[0]) =>
  navigationFor(roles, "oefen").map((item) => item.key);

describe("the main menu", () => {
  it("shows each role its own work", () => {
    expect(keys("officer")).toEqual([
      "work",
      "ceilings",
      "allocations",
      "reports",
      "balances",
      "sisa",
      "reconciliation",
      "external",
      "findings",
      "programme",
    ]);
    expect(keys("coordinator")).toEqual([
      "work",
      "municipality",
      "ownAllocations",
      "reports",
      "ownLedger",
      "balances",
      "sisa",
      "requests",
      "findings",
      "programme",
    ]);
    expect(keys("auditor")).toEqual([
      "work",
      "balances",
      "sisa",
      "reconciliation",
      "external",
      "ledger",
      "samples",
      "findings",
      "signals",
      "checkpoints",
      "programme",
    ]);
    expect(keys("administrator")).toEqual(["administration", "programme"]);
  });

  it("shows the public what is published", () => {
    expect(keys()).toEqual(["programme", "streams", "areas", "claims"]);
    expect(keys("public")).toEqual(keys());
  });

  it("is the union for someone with several roles, in the same order whichever role comes first", () => {
    expect(keys("auditor", "officer")).toEqual(keys("officer", "auditor"));
    expect(keys("officer", "auditor")).toContain("ledger");
    expect(keys("officer", "auditor")).toContain("ceilings");
  });

  it("does not offer the same page under two names", () => {
    expect(keys("officer", "coordinator")).not.toContain("ownAllocations");
  });

  it("has addresses within the programme, and outside one only what stands outside", () => {
    expect(navigationFor(["officer"], "nplv")[0]).toEqual({ key: "work", href: "/programma/nplv/werk" });
    expect(navigationFor(["officer"], null)).toEqual([]);
    expect(navigationFor(["administrator"], null)).toEqual([{ key: "administration", href: "/beheer" }]);
  });
});
