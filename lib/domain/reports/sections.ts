import type { Remark } from "./remarks";
import type { ReportContent } from "./report-content";

/** The part of a report that is signed for itself: one area with its lines, or the results together. */
export const RESULTS_SECTION = "results";

export interface SectionContent {
  readonly format: "geldstroom-report-section-v1";
  readonly section: string;
  readonly lines: ReportContent["lines"];
  readonly results: ReportContent["results"];
  /** Answers to warnings about this section, and about the report as a whole; absent when there are none. */
  readonly explanations?: ReportContent["explanations"];
}

export interface Section {
  /** Code of the area, or `results`. */
  readonly key: string;
  /** Name of the area; null for the results. */
  readonly name: string | null;
  readonly hash: string;
}

/** The last signature under a section. */
export interface SectionSignature {
  readonly section: string;
  readonly hash: string;
  readonly personName: string;
  readonly at: Date;
}

export interface SignedSection extends Section {
  readonly signature: SectionSignature | null;
  /** Whether that signature is about the section as it is now. */
  readonly valid: boolean;
}

/** What a signature under one section is about, in the order of the whole. */
export function sectionContent(
  content: ReportContent,
  section: string,
  areaId: string | null,
): SectionContent {
  const explanations = (content.explanations ?? []).filter(
    ({ line }) => line === "" || section === RESULTS_SECTION || line.startsWith(`${section}.`),
  );
  return {
    format: "geldstroom-report-section-v1",
    section,
    lines: content.lines.filter((line) => line.areaId === areaId),
    results: section === RESULTS_SECTION ? content.results : [],
    ...(explanations.length === 0 ? {} : { explanations }),
  };
}

/**
 * A signature counts as long as the section still has the hash that was signed, and the report was not given back as a
 * whole since: then everything is signed anew.
 */
export function signedSections(
  sections: readonly Section[],
  signatures: readonly SectionSignature[],
  remarks: readonly Remark[],
): SignedSection[] {
  const back = remarks.findLast(({ kind, subject }) => kind === "returned" && subject.is === "whole")?.at;
  const counts = ({ at }: SectionSignature) => back === undefined || at > back;
  const last = new Map(signatures.map((one) => [one.section, one]));
  return sections.map((section) => {
    const signature = last.get(section.key) ?? null;
    const valid = signature !== null && signature.hash === section.hash && counts(signature);
    return { ...section, signature, valid };
  });
}
