import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RULES, ruleOfReason, rulePath } from "@/lib/domain/rules/catalogue";

type Tree = { readonly [key: string]: string | Tree };

/** Every message with a sentence and with what would lift it: the shape of a reason. */
function reasonsIn(tree: Tree, path: string): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    if (typeof value === "string") return [];
    const here = `${path}.${key}`;
    return [...("message" in value && "lift" in value ? [here] : []), ...reasonsIn(value, here)];
  });
}

function files(folder: string, end: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" ? [] : files(path, end);
    return end.test(entry.name) ? [path] : [];
  });
}

const sentences = readdirSync("messages/nl").flatMap((name) =>
  reasonsIn(JSON.parse(readFileSync(`messages/nl/${name}`, "utf8")) as Tree, name.replace(".json", "")),
);
const sources = ["app", "lib"].flatMap((folder) => files(folder, /\.tsx?$/));
/** Written out where a reason is given: `code: "proposals.reasons.twice"`. */
const written = sources.flatMap((path) =>
  [...readFileSync(path, "utf8").matchAll(/\bcode: "([a-z][\w-]*\.[\w.-]+)"/g)].map(
    (match) => match[1] ?? "",
  ),
);
const refusals = [
  ...(/type RefusalCode =([^;]+);/.exec(readFileSync("lib/domain/refusal.ts", "utf8"))?.[1] ?? "").matchAll(
    /"(\w+)"/g,
  ),
].map((match) => match[1] ?? "");
const guards = files("prisma/migrations", /\.sql$/).flatMap((path) =>
  [...readFileSync(path, "utf8").matchAll(/ERRCODE = '(GS\d{3})'/g)].map((match) => match[1] ?? ""),
);

const unique = (codes: readonly string[]) => [...new Set(codes)].sort();

describe("the catalogue of rules", () => {
  it("has each code once", () => {
    const codes = RULES.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)]);
  });

  it("knows every reason that can be given", () => {
    expect(sentences.length).toBeGreaterThan(30);
    const missing = unique([...sentences, ...written]).filter((reason) => ruleOfReason(reason) === null);
    expect(missing, "reasons without a rule in lib/domain/rules").toEqual([]);
  });

  it("knows every refusal but the one that is a list of reasons", () => {
    expect(refusals).toContain("four_eyes");
    const missing = refusals.filter((code) => code !== "blocked" && ruleOfReason(code) === null);
    expect(missing, "refusals without a rule in lib/domain/rules").toEqual([]);
  });

  it("knows every guard of the database", () => {
    expect(guards).toContain("GS001");
    const known = new Set(RULES.flatMap((rule) => rule.guards ?? []));
    expect(unique(guards).filter((guard) => !known.has(guard))).toEqual([]);
    expect([...known].filter((guard) => !guards.includes(guard))).toEqual([]);
  });

  it("names no reason that nobody gives", () => {
    const given = new Set([...sentences, ...written, ...refusals]);
    const named = RULES.flatMap((rule) => rule.reasons ?? []).filter((reason) => !reason.endsWith("*"));
    expect(named.filter((reason) => !given.has(reason))).toEqual([]);
  });

  it("says the rule of a reason, also of one that stands for many", () => {
    expect(ruleOfReason("proposals.reasons.years_differ")).toBe("D2");
    expect(ruleOfReason("reports.rules.S6.over")).toBe("S6");
    expect(ruleOfReason("proposals.stale.year")).toBe("W4");
    expect(ruleOfReason("proposals.reasons.no_such_reason")).toBeNull();
    expect(rulePath("D2")).toBe("/regels#D2");
  });
});
