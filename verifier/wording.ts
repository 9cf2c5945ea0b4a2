import type { FindingCode, Note } from "./finding";

export type Language = "nl" | "en";

/** "{row}" stands for a fact; a part between square brackets is left out when a fact in it is not known. */
export type Words = Readonly<Record<FindingCode, string>>;
export type NoteWords = Readonly<Record<Note["code"], string>>;
