import { z } from "zod";
import { runChecks } from "@/lib/domain/claims/checks/run-checks";
import { claimSet } from "@/lib/domain/claims/claim-set";
import { text } from "./cells";
import type { PublishedConflict, PublishedProgramme } from "./rows";
import { DataError, readTable } from "./table";

const FILE = "conflict_texts.csv";
const row = z.object({
  code: text,
  title_nl: text,
  title_en: text,
  text_nl: text,
  text_en: text,
  treatment_nl: text,
  treatment_en: text,
});

/** Code finds the conflicts in the claims; the table has only the words around them. */
export function findConflictsOf(programme: Omit<PublishedProgramme, "conflicts">): PublishedConflict[] {
  const words = new Map(readTable(FILE, row).map((one) => [one.code, one]));
  const byCode = new Map(programme.organisations.map((organisation) => [organisation.code, organisation]));
  const participants = programme.participants.flatMap((one) => {
    const organisation = byCode.get(one.organisation);
    return organisation === undefined ? [] : [{ ...one, ...organisation, participantFrom: one.validFrom }];
  });
  const checks = runChecks({
    claims: claimSet(programme.claims, programme.claimLinks),
    territory: participants
      .filter(({ kind }) => kind === "municipality")
      .map(({ code, isG4 }) => ({
        code,
        isG4,
        areas: programme.areas.filter(({ municipality }) => municipality === code).map((area) => area.code),
      })),
    ministries: participants
      .filter(({ kind }) => kind === "ministry")
      .map(({ abbreviation, inLeaflet, participantFrom }) => ({
        code: abbreviation ?? "",
        inLeaflet,
        validFrom: participantFrom,
      })),
    indicators: programme.indicators,
    leafletText: programme.sources.find(({ content }) => content !== null)?.content ?? null,
  });
  return checks.map(({ code, kind, severity, place, claims }) => {
    const own = words.get(code);
    if (own === undefined)
      throw new DataError(`${FILE} has no row for ${code}; write its title, text and treatment`);
    return {
      code,
      kind,
      severity,
      place,
      claims,
      titleNl: own.title_nl,
      titleEn: own.title_en,
      textNl: own.text_nl,
      textEn: own.text_en,
      treatmentNl: own.treatment_nl,
      treatmentEn: own.treatment_en,
    };
  });
}
