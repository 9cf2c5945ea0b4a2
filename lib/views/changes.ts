import type { Change, ChangeKind } from "@/lib/domain/reconciliation/change";
import type { Locale } from "./locale";

const PAGES: Readonly<Record<ChangeKind, (ref: string) => string>> = {
  conflict_found: (ref) => `/bronconflicten/${ref}`,
  conflict_decided: (ref) => `/bronconflicten/${ref}`,
  claim: (ref) => `/claims/${ref}`,
  link: (ref) => `/claims/${ref}`,
  link_withdrawn: (ref) => `/claims/${ref}`,
  key: (ref) => `/verdeelsleutels/${ref}`,
  input: (ref) => `/verdeelsleutels/gegevens/${ref}`,
  rule_stage: (ref) => `/regels/${ref}`,
  rule_waiver: (ref) => `/regels/${ref}`,
  window: (ref) => `/rapportages/perioden/${ref}`,
  window_moved: (ref) => `/rapportages/perioden/${ref}`,
  exception: (ref) => `/rapportages/perioden/${ref}`,
  threshold: () => "/drempels",
  sisa_code: () => "/sisa/codes",
  evidence: () => "/bewijseisen",
  schedule: (ref) => `/toekenningen/${ref}/kasritme`,
  report_submitted: (ref) => `/rapportages/${ref}`,
  report_returned: (ref) => `/rapportages/${ref}`,
  report_accepted: (ref) => `/rapportages/${ref}`,
};

/** Where a change can be read, below the address of the programme. */
export const changePage = ({ kind, ref }: Pick<Change, "kind" | "ref">): string => PAGES[kind](ref);

/** What a change is about, with its version where it has versions. */
export const changeName = (
  { subject, version }: Pick<Change, "subject" | "version">,
  versionOf: (facts: { name: string; version: string }) => string,
  locale: Locale,
): string =>
  version === null ? subject[locale] : versionOf({ name: subject[locale], version: String(version) });
