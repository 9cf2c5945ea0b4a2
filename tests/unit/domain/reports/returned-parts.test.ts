import { expect, it } from "vitest";
import type { Remark, RemarkSubject } from "@/lib/domain/reports/remarks";
import { isAbout, unchangedOf } from "@/lib/domain/reports/returned-parts";

const given = (id: string, subject: RemarkSubject): Remark => ({
  id,
  kind: "returned",
  side: "ministry",
  round: 1,
  subject,
  answersId: null,
  text: "Klopt dit?",
  answerBy: null,
  personName: "B. Oefening",
  at: new Date(0),
});
const sectionOf = (key: string) => (key.split(".")[1] === undefined ? "results" : (key.split(".")[0] ?? ""));

it("a part that was given back and left as it was is named; a section counts as changed by any of its places", () => {
  const back = [
    given("untouched line", { is: "line", key: "noord.jk" }),
    given("changed line", { is: "line", key: "noord.school" }),
    given("changed section", { is: "section", key: "zuid" }),
    given("untouched section", { is: "section", key: "oost" }),
    given("untouched result", { is: "result", key: "huizen" }),
  ];
  const changes = [
    { of: "line", key: "noord.school" },
    { of: "line", key: "zuid.jk" },
  ] as const;
  expect(unchangedOf(back, changes, sectionOf).map(({ id }) => id)).toEqual([
    "untouched line",
    "untouched section",
    "untouched result",
  ]);
});

it("a report that came back as a whole names no parts", () => {
  expect(unchangedOf([given("x", { is: "whole" })], [], sectionOf)).toEqual([]);
});

it("a result of the same key as a line is another place", () => {
  expect(isAbout({ is: "line", key: "a" }, { of: "result", key: "a" }, sectionOf)).toBe(false);
});
