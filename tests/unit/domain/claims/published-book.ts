import type { ClaimBook, ConflictDecision } from "@/lib/domain/claims/claim-book";
import { publishedProgramme } from "@/prisma/seed/published";
import { PUBLISHED } from "./published-input";

const programme = publishedProgramme();

/** The published figures as a page reads them; `decisions` of a conflict stand newest first. */
export const bookOf = (decisions: Readonly<Record<string, readonly ConflictDecision[]>>): ClaimBook => ({
  claims: PUBLISHED.claims,
  territory: PUBLISHED.territory,
  ministries: PUBLISHED.ministries,
  streams: programme.streams.map(({ code, leafletNote, shortName, officialName, earmark, ministryText }) => ({
    id: `id-${code}`,
    code,
    note: leafletNote,
    shortName,
    officialName,
    earmark,
    ministries: ministryText === null ? [] : ministryText.split(", "),
    owners: [],
    tranches: [],
  })),
  municipalities: [],
  areas: [],
  sources: programme.sources,
  indicators: programme.indicators,
  conflicts: programme.conflicts.map((conflict) => ({
    ...conflict,
    id: `id-${conflict.code}`,
    checkCode: conflict.code,
    decisions: decisions[conflict.code] ?? [],
    proposals: [],
    foundAt: null,
  })),
});
