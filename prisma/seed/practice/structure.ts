import { dateOf } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/transaction";
import { closingOf } from "./closing";
import { AREAS, INDICATORS, ORGANISATIONS, PRACTICE, STREAMS, WINDOWS } from "./structure-data";

/** Ids by code of what was made. */
export interface Structure {
  readonly programmeId: string;
  readonly organisations: ReadonlyMap<string, string>;
  readonly areas: ReadonlyMap<string, string>;
  readonly streams: ReadonlyMap<string, string>;
  /** Keys "stream/tranche" and "stream/theme". */
  readonly tranches: ReadonlyMap<string, string>;
  readonly themes: ReadonlyMap<string, string>;
  readonly windows: ReadonlyMap<string, string>;
  readonly indicators: ReadonlyMap<string, string>;
}

export const idOf = (map: ReadonlyMap<string, string>, key: string): string => {
  const id = map.get(key);
  if (id === undefined) throw new Error(`practice data: no ${key}`);
  return id;
};

export async function loadStructure(tx: Tx): Promise<Structure> {
  const programme = await tx.programme.create({
    data: {
      code: PRACTICE.code,
      nameNl: PRACTICE.nameNl,
      nameEn: PRACTICE.nameEn,
      horizonFrom: PRACTICE.horizonFrom,
      horizonTo: PRACTICE.horizonTo,
      numberPrefix: PRACTICE.numberPrefix,
      practiceSeed: PRACTICE.seed,
      isPractice: true,
    },
  });
  const programmeId = programme.id;
  const organisations = new Map<string, string>();
  for (const { name, ...one } of ORGANISATIONS) {
    const row = await tx.organisation.create({
      data: { ...one, officialName: name, preferredName: name, isPractice: true },
    });
    organisations.set(one.code, row.id);
    if (one.kind === "ministry" || one.kind === "municipality") {
      await tx.programmeParticipant.create({
        data: { programmeId, organisationId: row.id, inLeaflet: true },
      });
    }
  }
  const areas = new Map<string, string>();
  for (const { municipality, ...one } of AREAS) {
    const row = await tx.area.create({
      data: { ...one, programmeId, municipalityId: idOf(organisations, municipality) },
    });
    areas.set(one.code, row.id);
  }
  const streams = new Map<string, string>();
  const tranches = new Map<string, string>();
  const themes = new Map<string, string>();
  for (const [position, stream] of STREAMS.entries()) {
    const row = await tx.stream.create({
      data: {
        programmeId,
        code: stream.code,
        leafletNote: stream.note,
        position: position + 1,
        shortName: stream.shortName,
        officialName: stream.shortName,
        instrument: "specific_grant",
        earmark: stream.earmark,
        recipientGrain: "area",
        vatBasis: stream.vatBasis,
        legalReference: stream.legalReference,
        ministries: { create: { ministryId: idOf(organisations, stream.owner), role: "owner" } },
      },
    });
    streams.set(stream.code, row.id);
    for (const { opensOn, carryOver, ...tranche } of stream.tranches) {
      const made = await tx.tranche.create({
        data: {
          ...tranche,
          streamId: row.id,
          opensOn: dateOf(opensOn),
          ...(carryOver && { carryOverRule: { create: carryOver } }),
        },
      });
      tranches.set(`${stream.code}/${tranche.code}`, made.id);
    }
    for (const [place, theme] of stream.themes.entries()) {
      const made = await tx.theme.create({ data: { ...theme, streamId: row.id, position: place + 1 } });
      themes.set(`${stream.code}/${theme.code}`, made.id);
    }
  }
  const windows = new Map<string, string>();
  for (const { stream, tranche, startsOn, endsOn, opensOn, dueOn, ...one } of WINDOWS) {
    const made = await tx.reportingWindow.create({
      data: {
        ...one,
        programmeId,
        streamId: idOf(streams, stream),
        trancheId: idOf(tranches, `${stream}/${tranche}`),
        startsOn: dateOf(startsOn),
        endsOn: dateOf(endsOn),
        opensOn: dateOf(opensOn),
        dueOn: dateOf(dueOn),
        closesAt: closingOf(one.code, dueOn),
      },
    });
    windows.set(one.code, made.id);
  }
  const indicators = new Map<string, string>();
  for (const { stream, ...one } of INDICATORS) {
    const made = await tx.indicator.create({
      data: { ...one, programmeId, streamId: idOf(streams, stream) },
    });
    indicators.set(one.code, made.id);
  }
  return { programmeId, organisations, areas, streams, tranches, themes, windows, indicators };
}
