/** The most that one document may weigh: 25 MB. */
export const EVIDENCE_BYTES = 25 * 1024 * 1024;
/** The most documents on one line of a report; beyond that an overview of them is the evidence. */
export const MOST_PER_LINE = 50;

export const EVIDENCE_TYPES = ["pdf", "png", "jpeg", "xlsx", "csv"] as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

export const MEDIA_TYPE: Readonly<Record<EvidenceType, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpeg: "image/jpeg",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
};

const EXTENSIONS: Readonly<Record<EvidenceType, readonly string[]>> = {
  pdf: ["pdf"],
  png: ["png"],
  jpeg: ["jpg", "jpeg"],
  xlsx: ["xlsx"],
  csv: ["csv"],
};

/** Why a document is not taken in; each has its sentence. */
export const EVIDENCE_PROBLEMS = [
  "no_file",
  "empty",
  "too_large",
  "wrong_type",
  "name_differs",
  "damaged",
  "two_in_one",
  "macros",
  "csv_text",
  "csv_columns",
  "twice",
  "too_many",
  "not_open",
  "key_reused",
  "store_away",
  "broken",
] as const;
export type EvidenceProblem = (typeof EVIDENCE_PROBLEMS)[number];

export interface FileRefused {
  readonly problem: EvidenceProblem;
  readonly facts: Readonly<Record<string, string>>;
}

export const refusedFile = (
  problem: EvidenceProblem,
  facts: Readonly<Record<string, string>> = {},
): FileRefused => ({ problem, facts });

const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";

/** A name that says something else than the content misleads who opens it: null when they agree. */
export function nameProblem(name: string, type: EvidenceType): FileRefused | null {
  const given = extensionOf(name);
  if (EXTENSIONS[type].includes(given)) return null;
  return refusedFile("name_differs", { given, type, wanted: EXTENSIONS[type][0] ?? type });
}

/** Control characters, also those that turn the reading direction, and everything that is a path somewhere. */
const NOT_IN_NAMES = /[\p{Cc}\p{Cf}/\\"<>|:*?]/gu;

/** The name as it is kept and given back: never a path, at most 120 characters, the end first because it says the type. */
export const keptName = (name: string): string =>
  [...name.replace(NOT_IN_NAMES, "").trim()].slice(-120).join("") || "document";
