import { z } from "zod";
import type { AreaMatch, Claim, ClaimLink, ClaimPrecision, ClaimStatus } from "@/lib/domain/claims/claim";
import { type Cents, cents } from "@/lib/domain/money";
import { centsFromDecimal, euros, isDay, maybeCodeOf, maybeText, oneOf, text } from "./cells";
import type { KnownCodes } from "./claims";
import type { PublishedSource } from "./rows";
import type { Streams } from "./streams";
import { DataError, dataText, rowsFrom } from "./table";

export const AWARDS_FILE = "allocations_public.csv";

const STATUSES: Readonly<Record<string, { status: ClaimStatus; verb: string; period: string | null }>> = {
  toegekend: { status: "awarded", verb: "toegekend", period: null },
  "aangevraagd (request, not award)": { status: "requested", verb: "aangevraagd", period: null },
  "toegekend (year 2023 only)": { status: "awarded", verb: "toegekend", period: "2023" },
  "toegekend (3 years)": { status: "awarded", verb: "toegekend", period: "2026-2028" },
  "voorgenomen verdeling": { status: "proposed", verb: "voorgenomen verdeling", period: "2023" },
  "beschikbaar gesteld": { status: "made_available", verb: "beschikbaar gesteld", period: null },
};

const MATCHES: readonly (readonly [string, AreaMatch])[] = [
  ["by_name", "in_area"],
  ["likely", "likely"],
  ["partial", "partial"],
  ["unknown", "unknown"],
  ["outside_by_name", "outside"],
  ["region applicant", "not_applicable"],
];

function awardRow(codes: KnownCodes) {
  return z.object({
    stream_id: text,
    tranche: text,
    date_published: text,
    municipality: text,
    cbs_code: z.string().regex(/^(?:GM\d{4})?$/, "leave empty, or write a CBS code, such as GM0363"),
    in_19: oneOf(["yes", "no"]),
    area_id: maybeCodeOf(codes.areas, "an area"),
    area_match: z
      .string()
      .refine((cell) => cell === "" || MATCHES.some(([start]) => cell.startsWith(start)), {
        message: `leave empty, or begin with one of: ${MATCHES.map(([start]) => start).join(", ")}`,
      }),
    project: text,
    amount_eur: euros,
    amount_type: oneOf(Object.keys(STATUSES) as [string, ...string[]]),
    vat_basis: z
      .string()
      .regex(/^(?:not stated|net of BCF.*)?$/, 'write "not stated", or begin with "net of BCF"'),
    precision: z.string().regex(/^(?:exact|rounded)/, 'begin with "exact" or "rounded"'),
    note: maybeText,
    source: text,
  });
}
type AwardRow = z.output<ReturnType<typeof awardRow>>;

const slug = (words: string) =>
  words
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

const STREAM_SLUGS: Readonly<Record<string, string>> = {
  S1: "kansrijke-wijk",
  S4: "volkshuisvestingsfonds",
  S5: "energiearmoede",
};

/** "rounded ("bijna 28 miljoen")": the words of the source decide which way it may be off. */
function precisionOf(cell: string): { precision: ClaimPrecision; precisionText: string | null } {
  const words = /"(.*)"/.exec(cell)?.[1] ?? null;
  if (cell === "exact") return { precision: "exact", precisionText: null };
  if (cell === "exact as published") return { precision: "as_published", precisionText: null };
  const precision = words?.startsWith("bijna") ? "almost" : words === null ? "rounded" : "circa";
  return { precision, precisionText: words };
}

/** "2023-2025 (2.4m per year)": so many years at so much a year. */
function yearlyOf(project: string): { units: bigint; unitAmount: Cents; period: string } | null {
  const [, first, last, millions] = /(\d{4})-(\d{4}) \((\d+(?:\.\d+)?)m per year\)/.exec(project) ?? [];
  const each = centsFromDecimal(millions ?? "");
  if (first === undefined || last === undefined || each === null) return null;
  return {
    units: BigInt(Number(last) - Number(first) + 1),
    unitAmount: cents(each * 1_000_000n),
    period: `${first}-${last}`,
  };
}

/** A source that only knows the month keeps its month: the table repeats the day of the award for every source. */
function dateOf(row: AwardRow, source: PublishedSource): Pick<Claim, "publishedOn" | "publishedText"> {
  if (source.publishedOn === null && source.publishedText !== null && isDay(row.date_published))
    return { publishedOn: null, publishedText: source.publishedText };
  if (isDay(row.date_published)) return { publishedOn: row.date_published, publishedText: null };
  return { publishedOn: null, publishedText: row.date_published.replace("approx", "circa") };
}

type Wording = (cell: "recipient" | "project" | "area_match" | "note", words: string) => string | null;

/** Dutch for the English remarks in the table; a remark that has none stops the load, so that no screen mixes them. */
function readWording(): Wording {
  const row = z.object({ cell: oneOf(["recipient", "project", "area_match", "note"]), text, nl: maybeText });
  const found = new Map(
    rowsFrom("allocation_wording.csv", dataText("allocation_wording.csv"), row).map((one) => [
      `${one.cell}|${one.text}`,
      one.nl,
    ]),
  );
  return (cell, words) => found.get(`${cell}|${words}`) ?? null;
}

export type Awards = { readonly claims: Claim[]; readonly links: ClaimLink[] };

/** The published awards and requests, one claim for each row; nothing is merged, not even rows that look alike. */
export function readAwards(
  codes: KnownCodes,
  streams: Streams,
  sources: ReadonlyMap<string, PublishedSource>,
): Awards {
  return awardsFrom(dataText(AWARDS_FILE), codes, streams, sources);
}

export function awardsFrom(
  csv: string,
  codes: KnownCodes,
  streams: Streams,
  sources: ReadonlyMap<string, PublishedSource>,
): Awards {
  const wording = readWording();
  const rows = rowsFrom(AWARDS_FILE, csv, awardRow(codes)).map((row, index) => {
    const fail = (column: string, value: string, right: string): never => {
      throw new DataError(
        `${AWARDS_FILE}, row ${index + 2}, column ${column}: "${value}" is not known; ${right}`,
      );
    };
    const place =
      streams.awardTranches.get(`${row.stream_id}|${row.tranche}`) ??
      fail("tranche", row.tranche, "add it to tranches.csv");
    const source = sources.get(row.source) ?? fail("source", row.source, "add it to sources.csv");
    return { row, place, source };
  });
  const names = rows.map(({ row, place }) => codeFor(row, place, wording));
  const claims = rows.map(({ row, place, source }, index): Claim => {
    const name = names[index] ?? "";
    const twice = names.filter((other) => other === name).length > 1;
    return claimFrom(
      row,
      place,
      source,
      twice ? `${name}-${source.publisher.replace(/\.nl$/, "")}` : name,
      wording,
      codes,
    );
  });
  const links = rows.flatMap(({ row, place }, index): ClaimLink[] => {
    const from = claims[index]?.code;
    if (place.total === null || from === undefined || STATUSES[row.amount_type]?.status !== "awarded")
      return [];
    return [{ from, to: place.total, kind: "part_of", overlap: null, note: null }];
  });
  return { claims, links };
}

type Place = { stream: string; tranche: string; total: string | null };

function codeFor(row: AwardRow, place: Place, wording: Wording): string {
  const start = `${STREAM_SLUGS[place.stream] ?? slug(place.stream)}-${place.tranche}`;
  if (row.municipality.startsWith("("))
    return `${start}-${slug(wording("recipient", row.municipality) ?? "").replace(/^de-|-samen$/g, "")}`;
  const [recipient, project] = [
    slug(row.municipality.replace(" (regio)", "")),
    slug(wording("project", row.project) ?? row.project),
  ];
  if (place.stream !== "S4") return `${start}-${recipient}`;
  return project.startsWith(recipient) ? `${start}-${project}` : `${start}-${recipient}-${project}`;
}

function claimFrom(
  row: AwardRow,
  place: Place,
  source: PublishedSource,
  code: string,
  wording: Wording,
  codes: KnownCodes,
): Claim {
  const { status, verb, period } = STATUSES[row.amount_type] ?? {
    status: "announced",
    verb: row.amount_type,
    period: null,
  };
  const together = row.municipality.startsWith("(");
  const yearly = yearlyOf(row.project);
  const ours = codes.municipalities.has(row.cbs_code);
  return {
    code,
    stream: place.stream,
    tranche: place.tranche,
    source: source.code,
    place: null,
    quote: null,
    amount: row.amount_eur,
    units: yearly?.units ?? null,
    unitAmount: yearly?.unitAmount ?? null,
    unitName: yearly === null ? null : "jaar",
    band: null,
    statusVerb: verb,
    status,
    ...precisionOf(row.precision),
    grain: grainOf(row, together),
    vatBasis: row.vat_basis.startsWith("net of BCF") ? "net_of_bcf" : "not_stated",
    vatText: null,
    period: yearly?.period ?? period,
    ...dateOf(row, source),
    municipality: ours ? row.cbs_code : null,
    recipientName: together ? wording("recipient", row.municipality) : row.municipality,
    recipientCode: row.cbs_code === "" ? null : row.cbs_code,
    area: row.area_id,
    areaMatch:
      MATCHES.find(([start]) => row.area_match !== "" && row.area_match.startsWith(start))?.[1] ??
      "not_applicable",
    areaMatchText: wording("area_match", row.area_match),
    project: wording("project", row.project) ?? row.project,
    note: row.note === null ? null : wording("note", row.note),
  };
}

function grainOf(row: AwardRow, together: boolean): Claim["grain"] {
  if (together) return row.municipality.includes("areas") ? "areas_together" : "municipalities_together";
  return row.stream_id === "S4" ? "project" : "area";
}
