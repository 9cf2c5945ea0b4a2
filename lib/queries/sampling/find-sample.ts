import "server-only";
import { drawFrom } from "@/lib/db/sampling/draw";
import { laterLines, type PopulationAsked, type ZeroLine, zeroLines } from "@/lib/db/sampling/population";
import { readSamples, type SampleRow } from "@/lib/db/sampling/read-sample";
import { readItems } from "@/lib/db/sampling/sample-items";
import { inContext, LONG, type Tx } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound } from "@/lib/domain/refusal";
import type { LaterLines, SampleItem } from "@/lib/domain/sampling/sample";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A sample with its items, what was booked later, and what was reported as nothing. */
export interface WholeSample {
  readonly header: SampleRow;
  readonly items: readonly SampleItem[];
  readonly later: LaterLines;
  readonly zeros: readonly ZeroLine[];
}

async function requireSample(tx: Tx, programmeId: string, id: string): Promise<SampleRow> {
  const [header] = UUID.test(id) ? await readSamples(tx, programmeId, id) : [];
  if (header === undefined) throw new NotFound(id);
  return header;
}

const populationOf = (programmeId: string, { population }: SampleRow): PopulationAsked => ({
  programmeId,
  streamId: population.stream?.id ?? null,
  municipalityId: population.municipality?.id ?? null,
  year: population.year,
});

async function wholeOf(tx: Tx, programmeId: string, header: SampleRow): Promise<WholeSample> {
  const population = populationOf(programmeId, header);
  return {
    header,
    items: await readItems(tx, header.id),
    later: await laterLines(tx, population, header.population.ledgerSeq),
    zeros: await zeroLines(tx, population, header.population.knownAt),
  };
}

/** @throws NotFound */
export const findSample = (
  grant: Grant<"sample:manage">,
  programmeId: string,
  id: string,
): Promise<WholeSample> =>
  inContext(grant.actor, async (tx) => wholeOf(tx, programmeId, await requireSample(tx, programmeId, id)));

/** An item with the sample that it is of. @throws NotFound */
export const findSampleItem = (
  grant: Grant<"sample:manage">,
  programmeId: string,
  at: { readonly sample: string; readonly seq: bigint },
): Promise<{ readonly header: SampleRow; readonly item: SampleItem; readonly next: bigint | null }> =>
  inContext(grant.actor, async (tx) => {
    const header = await requireSample(tx, programmeId, at.sample);
    const items = await readItems(tx, header.id);
    const item = items.find(({ seq }) => seq === at.seq);
    if (item === undefined) throw new NotFound("item");
    const next = items.find(({ seq, results }) => seq > at.seq && results.length === 0) ?? null;
    return { header, item, next: next?.seq ?? null };
  });

/** Every sample of a programme, or of one stream, municipality or year in it, with all that belongs to it: for a package. */
export const exportSamples = (
  grant: Grant<"sample:manage">,
  programmeId: string,
  only: { readonly streamId?: string; readonly municipalityId?: string; readonly year?: number } = {},
): Promise<readonly WholeSample[]> =>
  inContext(
    grant.actor,
    async (tx) => {
      const found: WholeSample[] = [];
      for (const header of await readSamples(tx, programmeId)) {
        const { stream, municipality, year } = header.population;
        const touches = <T>(mine: T | null | undefined, asked: T | undefined) =>
          asked === undefined || mine === null || mine === asked;
        if (
          touches(stream && stream.id, only.streamId) &&
          touches(municipality && municipality.id, only.municipalityId) &&
          touches(year, only.year)
        )
          found.push(await wholeOf(tx, programmeId, header));
      }
      return found;
    },
    LONG,
  );

/** What comes out when a sample is drawn again, beside what was kept. */
export interface DrawnAgain {
  readonly same: boolean;
  readonly digest: string;
  readonly sameDigest: boolean;
  /** Entries that are in one of the two and not in the other. */
  readonly differs: readonly bigint[];
}

/** Draws the sample again out of the journal as it is now, up to the same entry. @throws NotFound */
export const drawAgain = (
  grant: Grant<"sample:manage">,
  programmeId: string,
  id: string,
): Promise<DrawnAgain> =>
  inContext(
    grant.actor,
    async (tx) => {
      const header = await requireSample(tx, programmeId, id);
      const { interval, size, seed, drawnAt, population } = header;
      const drawn = await drawFrom(tx, populationOf(programmeId, header), {
        ledgerSeq: population.ledgerSeq,
        seed,
        design: interval === null ? { size } : { interval },
        drawnAt,
      });
      const kept = await readItems(tx, id);
      const [then, now] = [
        new Map(kept.map(({ seq, stratum }) => [seq, stratum])),
        new Map(drawn.items.map(({ line, stratum }) => [line.seq, stratum])),
      ];
      const differs = [...new Set([...then.keys(), ...now.keys()])].filter(
        (seq) => then.get(seq) !== now.get(seq),
      );
      const sameDigest = drawn.digest === population.digest;
      return { same: sameDigest && differs.length === 0, digest: drawn.digest, sameDigest, differs };
    },
    LONG,
  );
