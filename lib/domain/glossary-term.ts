/** Where in the life of a euro a word belongs, or what kind of word it is when it belongs nowhere on that line. */
export const GLOSSARY_STAGES = [
  "reserved",
  "applied",
  "awarded",
  "paid",
  "spent",
  "accounted",
  "settled",
  "recovered",
  "budget",
  "dimension",
  "instrument",
  "geo",
  "actor",
  "reporting",
  "law",
  "key",
  "control",
  "concept",
  "analysis",
  "own",
] as const;
export type GlossaryStage = (typeof GLOSSARY_STAGES)[number];

/** How well a meaning is known: found in a source, partly, or general knowledge that nobody checked. */
export type GlossaryEvidence = "found" | "partly" | "unverified" | "own";

export type GlossaryTerm = {
  readonly slug: string;
  readonly nl: string;
  readonly en: string;
  readonly stage: GlossaryStage;
  readonly evidence: GlossaryEvidence;
  readonly source?: string;
  readonly definitionNl: string;
  readonly definitionEn: string;
};
