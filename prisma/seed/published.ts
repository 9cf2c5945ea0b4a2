import { asSystem } from "@/lib/db/transaction";
import { readAwards } from "./published/awards";
import { readClaimLinks, readClaims } from "./published/claims";
import { findConflictsOf } from "./published/conflicts";
import { loadPublishedKeys } from "./published/distribution";
import { readIndicators } from "./published/indicators";
import { writeProgramme } from "./published/load";
import { readAreas, readOrganisations } from "./published/organisations";
import type { PublishedProgramme } from "./published/rows";
import { loadPublishedSisa } from "./published/sisa";
import { readSources } from "./published/sources";
import { readStreams } from "./published/streams";

const codes = (rows: readonly { readonly code: string }[]) => new Set(rows.map(({ code }) => code));

/**
 * The Nationaal Programma Leefbaarheid en Veiligheid as the tables in prisma/seed/data have it.
 * @throws DataError that names the file, row and column of a cell that cannot be used.
 */
export function publishedProgramme(): PublishedProgramme {
  const organisations = readOrganisations();
  const areas = readAreas(organisations);
  const streams = readStreams(organisations.ministryCodes);
  const { sources, byAwardText } = readSources();
  const known = {
    sources: codes(sources),
    streams: codes(streams.streams),
    municipalities: codes(organisations.organisations.filter(({ kind }) => kind === "municipality")),
    areas: codes(areas),
  };
  const awards = readAwards(known, streams, byAwardText);
  const claims = [...readClaims(known), ...awards.claims];
  const programme = {
    programme: {
      code: "nplv",
      nameNl: "Nationaal Programma Leefbaarheid en Veiligheid",
      nameEn: "National Programme for Liveability and Safety",
      horizonFrom: 2022,
      horizonTo: 2042,
      numberPrefix: "NPLV",
    },
    organisations: organisations.organisations,
    participants: organisations.participants,
    areas,
    streams: streams.streams,
    streamMinistries: streams.ministries,
    tranches: streams.tranches,
    carryOverRules: streams.carryOverRules,
    themes: streams.themes,
    sources,
    claims,
    claimLinks: [...readClaimLinks(codes(claims)), ...awards.links],
    indicators: readIndicators(known),
  };
  return { ...programme, conflicts: findConflictsOf(programme) };
}

/** Loads the published figures in one transaction. Run as the owner: the application role may not write reference data. */
export const loadPublished = (): Promise<void> =>
  asSystem(async (tx) => {
    const published = publishedProgramme();
    await writeProgramme(tx, published);
    await loadPublishedKeys(tx, published.claims);
    const { id } = await tx.programme.findUniqueOrThrow({ where: { code: published.programme.code } });
    await loadPublishedSisa(tx, id);
  });
