import type { FieldChange } from "./changes";
import type { Remark, RemarkSubject } from "./remarks";

/** The section that a line or result, by key, belongs to. */
type SectionOf = (key: string) => string;
type Place = Pick<FieldChange, "of" | "key">;

/** Whether a part that was given back holds the place of a change: the line or result itself, or its section. */
export const isAbout = (subject: RemarkSubject, { of, key }: Place, sectionOf: SectionOf): boolean =>
  (subject.is === of && subject.key === key) || (subject.is === "section" && subject.key === sectionOf(key));

/** The parts that were given back and in which nothing changed. A report that came back as a whole has no such parts. */
export const unchangedOf = (
  given: readonly Remark[],
  changes: readonly Place[],
  sectionOf: SectionOf,
): Remark[] =>
  given.filter(
    ({ subject }) => subject.is !== "whole" && !changes.some((change) => isAbout(subject, change, sectionOf)),
  );
