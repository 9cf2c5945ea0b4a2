import { z } from "zod";
import { codeOf, degrees, isDay, maybeText, oneOf, position, text, yes } from "./cells";
import type { PublishedArea, PublishedOrganisation, PublishedParticipant } from "./rows";
import { readTable } from "./table";

/** "2024-07-02 (general knowledge)": the day counts, the organisation's note says how well it is known. */
const dayWithRemark = z
  .string()
  .trim()
  .transform((value, context) => {
    const day = value.replace(/ \(.*\)$/, "");
    if (day === "") return null;
    if (isDay(day)) return day;
    context.addIssue({ code: "custom", message: "write a day that exists, such as 2024-07-02" });
    return z.NEVER;
  });

const known = (status: string) => (status.startsWith("found") ? "found" : "general_knowledge");

const ministryRow = z.object({
  abbr: text,
  name_nl: text,
  tooi_uri: z.url("write the full TOOI address"),
  tooi_code: z.string().regex(/^mnre\d{4}$/, "write a TOOI code, such as mnre1034"),
  in_leaflet_five: yes,
  budget_chapter: text,
  budget_chapter_status: text,
  valid_from: dayWithRemark,
  valid_to: dayWithRemark,
  source: text,
});

const municipalityRow = z.object({
  cbs_code: z.string().regex(/^GM\d{4}$/, "write a CBS code, such as GM0363"),
  tooi_uri: z.url("write the full TOOI address"),
  official_name: text,
  preferred_name: text,
  g4: yes,
  province: text,
  nplv_wave: position,
  lat_label_point: degrees,
  lon_label_point: degrees,
  label_point_status: text,
  source: text,
});

export type Organisations = {
  readonly organisations: PublishedOrganisation[];
  readonly participants: PublishedParticipant[];
  /** TOOI code of each ministry, by its abbreviation. */
  readonly ministryCodes: ReadonlyMap<string, string>;
};

export function readOrganisations(): Organisations {
  const ministries = readTable("ministries.csv", ministryRow);
  const ministryCodes = new Map(ministries.map((row) => [row.abbr, row.tooi_code]));
  const noteRow = z.object({ ministry: codeOf(new Set(ministryCodes.keys()), "a ministry"), note: text });
  const notes = new Map(
    readTable("ministry_notes.csv", noteRow).map(({ ministry, note }) => [ministry, note]),
  );
  const municipalities = readTable("municipalities.csv", municipalityRow);
  return {
    ministryCodes,
    organisations: [
      ...ministries.map(
        (row): PublishedOrganisation => ({
          kind: "ministry",
          code: row.tooi_code,
          abbreviation: row.abbr,
          officialName: row.name_nl,
          preferredName: row.name_nl.replace("Ministerie van ", ""),
          tooiUri: row.tooi_uri,
          province: null,
          isG4: false,
          budgetChapter: row.budget_chapter,
          budgetChapterStatus: known(row.budget_chapter_status),
          note: notes.get(row.abbr) ?? null,
          latitude: null,
          longitude: null,
          pointStatus: null,
          validFrom: row.valid_from,
          validTo: row.valid_to,
          source: row.source,
        }),
      ),
      ...municipalities.map(
        (row): PublishedOrganisation => ({
          kind: "municipality",
          code: row.cbs_code,
          abbreviation: null,
          officialName: row.official_name,
          preferredName: row.preferred_name,
          tooiUri: row.tooi_uri,
          province: row.province,
          isG4: row.g4,
          budgetChapter: null,
          budgetChapterStatus: null,
          note: null,
          latitude: row.lat_label_point,
          longitude: row.lon_label_point,
          pointStatus: known(row.label_point_status),
          validFrom: null,
          validTo: null,
          source: row.source,
        }),
      ),
    ],
    participants: [
      // The Ministry of Finance keeps the VAT compensation fund; it is no partner of the programme.
      ...ministries
        .filter(({ abbr }) => abbr !== "FIN")
        .map((row) => ({
          organisation: row.tooi_code,
          wave: null,
          inLeaflet: row.in_leaflet_five,
          validFrom: row.valid_from,
        })),
      ...municipalities.map((row) => ({
        organisation: row.cbs_code,
        wave: row.nplv_wave,
        inLeaflet: true,
        validFrom: null,
      })),
    ],
  };
}

/** "Heerlen-Noord (NPHLN)" is two aliases; "NP" alone says nothing. */
function aliasesOf(cell: string | null, name: string): string[] {
  const [, outer, inner] = /^(.*?)(?: \((.*)\))?$/.exec(cell ?? "") ?? [];
  const spelled = name.includes("-") ? name.replaceAll("-", " ") : name.replace(/ (?=\S+$)/, "-");
  const found = [outer, inner === "NP" || inner?.startsWith("one of") ? undefined : inner, spelled];
  return [
    ...new Set(
      found.filter((alias): alias is string => alias !== undefined && alias !== "" && alias !== name),
    ),
  ];
}

export function readAreas(organisations: Organisations): PublishedArea[] {
  const municipalities = new Set(
    organisations.organisations.filter(({ kind }) => kind === "municipality").map(({ code }) => code),
  );
  const areaRow = z.object({
    area_id_suggested: z.string().regex(/^nplv-[a-z-]+$/, "write a code, such as nplv-arnhem-oost"),
    official_name: text,
    cbs_code: codeOf(municipalities, "a municipality"),
    alias_or_local_programme: maybeText,
    wave: position,
    lat_approx: degrees,
    lon_approx: degrees,
    latlon_status: oneOf(["general_knowledge_unverified (pin only, +-2 km, not a boundary)"]),
    boundary_status: oneOf(["official boundary (CBS wijk/buurt list) not yet obtained"]),
    name_source: text,
  });
  return readTable("areas.csv", areaRow).map((row) => ({
    code: row.area_id_suggested,
    municipality: row.cbs_code,
    name: row.official_name,
    aliases: aliasesOf(row.alias_or_local_programme, row.official_name),
    wave: row.wave,
    latitude: row.lat_approx,
    longitude: row.lon_approx,
    pointStatus: "general_knowledge",
    boundaryStatus: "not_obtained",
    source: row.name_source,
  }));
}
