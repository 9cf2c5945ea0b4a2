import { describe, expect, it } from "vitest";
import { openPlaces, openQuestions, type Remark } from "@/lib/domain/reports/remarks";
import { type SectionSignature, signedSections } from "@/lib/domain/reports/sections";

const remark = (more: Partial<Remark>): Remark => ({
  id: "1",
  kind: "returned",
  side: "ministry",
  round: 1,
  subject: { is: "whole" },
  answersId: null,
  text: "reden",
  answerBy: null,
  personName: "N. Voorbeeld",
  at: new Date("2026-11-01T10:00:00Z"),
  ...more,
});
const school = { key: "noord.school", section: "noord" };
const kind = { key: "noord.kind", section: "noord" };
const south = { key: "zuid.school", section: "zuid" };

describe("what is open to change", () => {
  it("a draft, and a report that came back as a whole, is open everywhere", () => {
    expect(openPlaces("draft", 0, []).all).toBe(true);
    expect(openPlaces("returned", 1, [remark({})]).all).toBe(true);
  });

  it("after a return of one line only that line is open", () => {
    const open = openPlaces("returned", 1, [remark({ subject: { is: "line", key: school.key } })]);
    expect([school, kind, south].map(open.has)).toEqual([true, false, false]);
    expect(open.hasResult("bereik")).toBe(false);
  });

  it("a section opens all its lines, and the results section every result", () => {
    const open = openPlaces("returned", 1, [
      remark({ subject: { is: "section", key: "noord" } }),
      remark({ subject: { is: "section", key: "results" } }),
    ]);
    expect([school, kind, south].map(open.has)).toEqual([true, true, false]);
    expect(open.hasResult("bereik")).toBe(true);
  });

  it("an earlier return opens nothing any more", () => {
    const open = openPlaces("returned", 2, [
      remark({ subject: { is: "line", key: school.key } }),
      remark({ round: 2, subject: { is: "line", key: south.key } }),
    ]);
    expect([school, south].map(open.has)).toEqual([false, true]);
  });
});

describe("questions", () => {
  it("a question is open until somebody says something to it; a remark never is", () => {
    const asked = remark({ id: "q", kind: "question" });
    const said = remark({ id: "c", kind: "comment" });
    expect(openQuestions([asked, said])).toEqual([asked]);
    expect(openQuestions([asked, said, remark({ id: "a", kind: "answer", answersId: "q" })])).toEqual([]);
  });
});

describe("signatures", () => {
  const section = { key: "noord", name: "Noord", hash: "a" };
  const signature: SectionSignature = {
    section: "noord",
    hash: "a",
    personName: "M. Toets",
    at: new Date("2026-10-01T10:00:00Z"),
  };
  const valid = (hash: string, remarks: readonly Remark[] = [], signatures = [signature]) =>
    signedSections([{ ...section, hash }], signatures, remarks)[0]?.valid;

  it("counts for exactly the content that was signed", () => {
    expect(valid("a")).toBe(true);
    expect(valid("b")).toBe(false);
    expect(valid("a", [], [])).toBe(false);
  });

  it("survives a return of something else, and not one of the whole", () => {
    expect(valid("a", [remark({ subject: { is: "line", key: south.key } })])).toBe(true);
    expect(valid("a", [remark({})])).toBe(false);
  });
});
