import type { CheckInput } from "@/lib/domain/claims/checks/check";
import { claimSet } from "@/lib/domain/claims/claim-set";
import { publishedProgramme } from "@/prisma/seed/published";

const programme = publishedProgramme();
const organisations = new Map(programme.organisations.map((one) => [one.code, one]));
const participants = programme.participants.flatMap((one) => {
  const organisation = organisations.get(one.organisation);
  return organisation === undefined ? [] : [{ ...one, organisation }];
});

/** The published figures as the tables in prisma/seed/data have them, without a database. */
export const PUBLISHED: CheckInput = {
  claims: claimSet(programme.claims, programme.claimLinks),
  territory: participants
    .filter(({ organisation }) => organisation.kind === "municipality")
    .map(({ organisation: { code, isG4 } }) => ({
      code,
      isG4,
      areas: programme.areas.filter(({ municipality }) => municipality === code).map((area) => area.code),
    })),
  ministries: participants
    .filter(({ organisation }) => organisation.kind === "ministry")
    .map(({ organisation: { abbreviation }, inLeaflet, validFrom }) => ({
      code: abbreviation ?? "",
      inLeaflet,
      validFrom,
    })),
  indicators: programme.indicators,
  leafletText: programme.sources.find(({ content }) => content !== null)?.content ?? null,
};
