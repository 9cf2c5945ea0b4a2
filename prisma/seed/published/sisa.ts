import { z } from "zod";
import type { Tx } from "@/lib/db/transaction";
import { euros, maybeText, oneOf, position, text } from "./cells";
import { readTable } from "./table";

/** A stream of the programme that the table names in its own words; the other schemes are examples of numbers. */
const STREAM_OF: Readonly<Record<string, string>> = {
  "Specifieke uitkering woningbouwimpuls (tranche 1-4)": "S2",
  "School en Omgeving (subsidie aan schoolbesturen)": "S9",
};
const REASON = "Overgenomen uit gepubliceerde bronnen.";

const row = z.object({
  scheme: text,
  sisa_code: maybeText,
  code_status: oneOf(["found", "not found", "not a SPUK"]),
  indicator: maybeText,
  label_nl: maybeText,
  aard_controle: maybeText,
  sisa_year: maybeText,
  source: text,
});

interface PublishedCode {
  readonly scheme: string;
  readonly stream: string | null;
  readonly code: string | null;
  readonly year: number | null;
  readonly source: string;
  readonly indicators: { number: string; label: string; control: string | null; note: string | null }[];
}

/** "idem (help text: ...)" is the source above it, with a note. */
function sourceOf(source: string, above: string): { source: string; note: string | null } {
  const [, note = null] = /^idem(?: \((.*)\))?$/.exec(source) ?? [source];
  return source.startsWith("idem") ? { source: above, note } : { source, note: null };
}

/** The codes that were found, and that a scheme does not account through SiSa. What was not found has no row. */
function readPublishedCodes(): PublishedCode[] {
  const codes = new Map<string, PublishedCode>();
  let above = "";
  for (const one of readTable("sisa_indicators.csv", row)) {
    if (one.code_status === "not found") continue;
    const { source, note } = sourceOf(one.source, above);
    above = source;
    const outside = one.code_status === "not a SPUK";
    const stream = STREAM_OF[one.scheme] ?? null;
    const scheme = stream === null ? `${one.sisa_code} (andere regeling)` : one.scheme;
    const year = one.sisa_year === null ? null : Number(one.sisa_year);
    const key = `${scheme}/${year}`;
    const known = codes.get(key) ?? {
      scheme,
      stream,
      year,
      code: outside ? null : one.sisa_code,
      // What the table says instead of a label is why there is none.
      source: outside ? `${one.label_nl}; ${source}` : source,
      indicators: [],
    };
    if (one.indicator !== null && one.label_nl !== null)
      known.indicators.push({ number: one.indicator, label: one.label_nl, control: one.aard_controle, note });
    codes.set(key, known);
  }
  return [...codes.values()];
}

/** Written without a person: nobody of a ministry kept them, they were published. */
export async function loadPublishedSisa(tx: Tx, programmeId: string): Promise<void> {
  const streams = new Map(
    (await tx.stream.findMany({ where: { programmeId } })).map(({ code, id }) => [code, id]),
  );
  for (const { stream, indicators, ...code } of readPublishedCodes()) {
    const streamId = stream === null ? null : (streams.get(stream) ?? null);
    if (stream !== null && streamId === null) throw new Error(`sisa_indicators.csv: no stream ${stream}`);
    await tx.sisaCode.create({
      data: {
        ...code,
        programmeId,
        streamId,
        key: `${streamId ?? code.scheme}/${code.year ?? "*"}`,
        version: 1,
        reason: REASON,
        indicators: { create: indicators.map((one, index) => ({ ...one, position: index + 1 })) },
      },
    });
  }
  await loadTolerances(tx, programmeId);
  await loadSampleMinimums(tx, programmeId);
}

const tolerance = z.object({
  first_year: position,
  errors_hundredths: position,
  uncertainties_hundredths: position,
  reading: oneOf(["each", "together", "not_stated"]),
  source: text,
});

export async function loadTolerances(tx: Tx, programmeId: string): Promise<void> {
  await tx.sisaTolerance.createMany({
    data: readTable("sisa_tolerances.csv", tolerance).map((one) => ({
      programmeId,
      firstYear: one.first_year,
      version: 1,
      errors: one.errors_hundredths,
      uncertainties: one.uncertainties_hundredths,
      reading: one.reading,
      source: one.source,
    })),
  });
}

const minimum = z.object({ first_year: position, threshold_eur: euros, source: text });

/** From which amount in a year an accountant examines an item of a scheme. */
export async function loadSampleMinimums(tx: Tx, programmeId: string): Promise<void> {
  await tx.sampleMinimum.createMany({
    data: readTable("sample_minimums.csv", minimum).map((one) => ({
      programmeId,
      firstYear: one.first_year,
      version: 1,
      thresholdCents: one.threshold_eur,
      source: one.source,
    })),
  });
}
