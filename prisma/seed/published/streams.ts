import { z } from "zod";
import { codeOf, day, maybeCount, maybeDay, maybeText, maybeYear, oneOf, position, text, yes } from "./cells";
import type {
  PublishedCarryOverRule,
  PublishedStream,
  PublishedStreamMinistry,
  PublishedTheme,
  PublishedTranche,
} from "./rows";
import { readTable } from "./table";

/** The second tranche of S1 stands in the table as a stream of its own; here it is a tranche. */
const SECOND_TRANCHE = "S1b";

const startsWith = <T extends string>(choices: Readonly<Record<string, T>>) =>
  z.string().transform((value, context): T => {
    const found = Object.entries(choices).find(([start]) => value.startsWith(start));
    if (found !== undefined) return found[1];
    context.addIssue({ code: "custom", message: `begin with one of: ${Object.keys(choices).join(", ")}` });
    return z.NEVER;
  });

const streamRow = z.object({
  stream_id: z.string().regex(/^S\d+b?$/, "write a stream, such as S1"),
  leaflet_note: z.string().regex(/^[1-8-]?$/, "write the number of the note, or leave empty"),
  instrument: startsWith({
    "specifieke uitkering": "specific_grant",
    subsidie: "subsidy",
    "not found": "unknown",
  }),
  owner_ministry_leaflet: text.or(z.literal("")),
  legal_ref: text,
  recipient_grain: startsWith({
    municipality: "municipality",
    project: "project",
    "school board": "school_board",
    "area or municipality": "ambiguous",
  }),
  earmark_to_20_areas: startsWith({
    exclusive: "exclusive",
    priority_only: "priority",
    share_of_national: "share_of_national",
    unknown: "unknown",
  }),
  sisa_code: z.string(),
  evidence: oneOf(["found", "leaflet_only"]),
  sources: text,
});

export type Streams = {
  readonly streams: PublishedStream[];
  readonly tranches: PublishedTranche[];
  readonly themes: PublishedTheme[];
  readonly ministries: PublishedStreamMinistry[];
  readonly carryOverRules: PublishedCarryOverRule[];
  /** Where a row of the published awards belongs: "S4|Vhf tranche 3" to tranche t3, and the total it is part of. */
  readonly awardTranches: ReadonlyMap<string, { stream: string; tranche: string; total: string | null }>;
};

export function readStreams(ministryCodes: ReadonlyMap<string, string>): Streams {
  const rows = readTable("streams.csv", streamRow);
  const second = rows.find(({ stream_id }) => stream_id === SECOND_TRANCHE);
  const main = rows.filter(({ stream_id }) => stream_id !== SECOND_TRANCHE);
  const code = codeOf(new Set(main.map(({ stream_id }) => stream_id)), "a stream");

  const wordsRow = z.object({
    stream: code,
    short_name: text,
    official_name: text,
    name_in_leaflet: maybeText,
    instrument: maybeText,
    earmark: maybeText,
    recipient: maybeText,
    budget_label: maybeText,
    legal_basis: maybeText,
    period: maybeText,
    distribution: maybeText,
    cofinancing: maybeText,
    carry_over: maybeText,
  });
  const words = new Map(readTable("stream_texts.csv", wordsRow).map((row) => [row.stream, row]));
  const streams = main.map((row, index): PublishedStream => {
    const own = words.get(row.stream_id);
    if (own === undefined) throw new Error(`stream_texts.csv has no row for ${row.stream_id}`);
    const references =
      row.stream_id === "S1" && second !== undefined ? [row.legal_ref, second.legal_ref] : [row.legal_ref];
    return {
      code: row.stream_id,
      leafletNote: /^\d$/.test(row.leaflet_note) ? Number(row.leaflet_note) : null,
      position: index + 1,
      shortName: own.short_name,
      officialName: own.official_name,
      nameInLeaflet: own.name_in_leaflet,
      instrument: row.instrument,
      instrumentText: own.instrument,
      earmark: row.earmark_to_20_areas,
      earmarkText: own.earmark,
      recipientGrain: row.recipient_grain,
      recipientText: own.recipient,
      ministryText:
        row.owner_ministry_leaflet === "" ? null : row.owner_ministry_leaflet.replaceAll(";", ", "),
      budgetLabel: own.budget_label,
      legalBasis: own.legal_basis,
      legalReference: referencesOf(references),
      periodText: own.period,
      distributionText: own.distribution,
      cofinancingText: own.cofinancing,
      carryOverText: own.carry_over,
      sisaCode: /^[A-Z]\d+[A-Z]?/.exec(row.sisa_code)?.[0] ?? null,
      evidence: row.evidence,
      sourceText: row.sources,
    };
  });
  return { streams, ...readParts(code, ministryCodes) };
}

/** Only the official numbers: what the English remarks around them say, the Dutch texts say. */
function referencesOf(cells: readonly string[]): string | null {
  const found = cells.flatMap((cell) => cell.match(/Stcrt\. \d{4}, \d+|BWBR\d+|(?<=[;,] )\d{4}, \d+/g) ?? []);
  return found.length === 0 ? null : found.map((one) => (/^\d/.test(one) ? `Stcrt. ${one}` : one)).join("; ");
}

function readParts(code: z.ZodType<string>, ministryCodes: ReadonlyMap<string, string>) {
  const trancheRow = z.object({
    stream: code,
    code: text,
    name: text,
    first_year: maybeYear,
    last_year: maybeYear,
    note: maybeText,
    allocations_tranches: z.string(),
    total_claim: maybeText,
  });
  const tranches = readTable("tranches.csv", trancheRow);
  const themeRow = z.object({ stream: code, code: text, name_nl: text, name_en: text, position });
  const ownerRow = z.object({
    stream: code,
    ministry: codeOf(new Set(ministryCodes.keys()), "a ministry"),
    role: oneOf(["owner", "donor"]),
    valid_from: day,
    valid_to: maybeDay,
  });
  const carryOverRow = z.object({
    stream: code,
    tranche: text,
    share_percent: maybeCount,
    next_year_only: yes,
    last_year: maybeYear,
    legal_source: text,
  });
  return {
    carryOverRules: readTable("carry_over_rules.csv", carryOverRow).map((row) => ({
      tranche: `${row.stream}/${row.tranche}`,
      sharePercent: row.share_percent === null ? null : Number(row.share_percent),
      nextYearOnly: row.next_year_only,
      lastYear: row.last_year,
      legalSource: row.legal_source,
    })),
    tranches: tranches.map((row) => ({
      stream: row.stream,
      code: row.code,
      name: row.name,
      firstYear: row.first_year,
      lastYear: row.last_year,
      note: row.note,
    })),
    themes: readTable("themes.csv", themeRow).map((row) => ({
      stream: row.stream,
      code: row.code,
      nameNl: row.name_nl,
      nameEn: row.name_en,
      position: row.position,
    })),
    ministries: readTable("stream_ministries.csv", ownerRow).map((row) => ({
      stream: row.stream,
      ministry: ministryCodes.get(row.ministry) ?? "",
      role: row.role,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    })),
    awardTranches: new Map(
      tranches.flatMap((row) =>
        row.allocations_tranches
          .split("|")
          .filter((name) => name !== "")
          .map((name) => {
            const listedUnder = row.stream === "S1" && row.code === "t2" ? SECOND_TRANCHE : row.stream;
            return [
              `${listedUnder}|${name}`,
              { stream: row.stream, tranche: row.code, total: row.total_claim },
            ] as const;
          }),
      ),
    ),
  };
}
