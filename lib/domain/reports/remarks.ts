import type { ReportStatus } from "./report-status";

export const REMARK_KINDS = ["returned", "question", "comment", "answer"] as const;
export type RemarkKind = (typeof REMARK_KINDS)[number];

/** What a remark is about: the whole report, a section (area code or `results`), a line or a result, by key. */
export type RemarkSubject =
  | { readonly is: "whole" }
  | { readonly is: "section" | "line" | "result"; readonly key: string };

export interface Remark {
  readonly id: string;
  readonly kind: RemarkKind;
  readonly side: "municipality" | "ministry";
  /** The return it belongs to, or that came last before it. */
  readonly round: number;
  readonly subject: RemarkSubject;
  readonly answersId: string | null;
  readonly text: string;
  /** Calendar date before which an answer is wanted. */
  readonly answerBy: string | null;
  readonly personName: string;
  readonly at: Date;
}

/** What is open to change: everything, or only these places. */
export interface OpenPlaces {
  readonly all: boolean;
  readonly has: (line: { readonly key: string; readonly section: string }) => boolean;
  readonly hasResult: (key: string) => boolean;
}

const EVERYTHING: OpenPlaces = { all: true, has: () => true, hasResult: () => true };

/** The reasons with which a report was given back the last time. */
export const lastReturn = (remarks: readonly Remark[], round: number): Remark[] =>
  remarks.filter((one) => one.kind === "returned" && one.round === round);

/** After a return of parts only those are open; a draft, and a report that came back as a whole, is open everywhere. */
export function openPlaces(status: ReportStatus, round: number, remarks: readonly Remark[]): OpenPlaces {
  const given = status === "returned" ? lastReturn(remarks, round) : [];
  if (given.length === 0 || given.some(({ subject }) => subject.is === "whole")) return EVERYTHING;
  const named = new Set(
    given.map(({ subject }) => (subject.is === "whole" ? "" : `${subject.is} ${subject.key}`)),
  );
  return {
    all: false,
    has: ({ key, section }) => named.has(`line ${key}`) || named.has(`section ${section}`),
    hasResult: (key) => named.has(`result ${key}`) || named.has("section results"),
  };
}

/** Questions to which nobody said anything yet. */
export function openQuestions(remarks: readonly Remark[]): Remark[] {
  const answered = new Set(remarks.map(({ answersId }) => answersId));
  return remarks.filter(({ kind, id }) => kind === "question" && !answered.has(id));
}
