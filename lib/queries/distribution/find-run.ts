import "server-only";
import { isoDate } from "@/lib/db/dates";
import { allocatedNow, standingOf } from "@/lib/db/distribution/present";
import { type RunRow, readRun } from "@/lib/db/distribution/read";
import { readAreas } from "@/lib/db/distribution/recipients";
import { outcomeHash } from "@/lib/db/distribution/write";
import { inContext, type Tx } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { distribute, type Outcome } from "@/lib/domain/distribution/distribute";
import { type Effect, effects, inSharedYears, totalsOf } from "@/lib/domain/distribution/effects";
import type { KeyDefinition } from "@/lib/domain/distribution/key";
import { type PlannedLine, plannedLines } from "@/lib/domain/distribution/lines";
import { type Cents, cents } from "@/lib/domain/money";
import {
  storedDefinition,
  storedInputIds,
  storedOutcome,
  storedPots,
  storedRecipients,
  storedValues,
} from "@/lib/input/distribution-key";
import { owns } from "./find-key";

export interface RunView {
  readonly id: string;
  readonly key: { readonly id: string; readonly name: string; readonly stream: string };
  readonly version: number;
  readonly legalSource: string;
  readonly definition: KeyDefinition;
  readonly tranche: string;
  readonly author: string | null;
  readonly createdAt: Date;
  readonly outcome: Outcome;
  readonly hash: string;
  /** Just computed again from what was kept. */
  readonly replayed: { readonly hash: string; readonly identical: boolean };
  readonly names: ReadonlyMap<string, string>;
  readonly effects: readonly Effect[];
  readonly inputs: readonly {
    readonly id: string;
    readonly name: string;
    readonly source: string;
    readonly sourceOn: string;
  }[];
  readonly others: readonly {
    readonly id: string;
    readonly key: string;
    readonly version: number;
    readonly createdAt: Date;
  }[];
  /** Beside another run, when one was asked for. */
  readonly beside: {
    readonly id: string;
    /** The years that both runs have. */
    readonly years: readonly number[];
    readonly effects: readonly Effect[];
  } | null;
  readonly batches: readonly { readonly id: string; readonly number: string }[];
  readonly mayWrite: boolean;
}

/** @throws NotFound */
export const findRun = (
  grant: Grant<"proposal:read">,
  programmeId: string,
  id: string,
  besideId?: string,
): Promise<RunView> =>
  inContext(grant.actor, async (tx) => {
    const row = await readRun(tx, programmeId, id);
    const definition = storedDefinition.parse(row.version.definition);
    const outcome = storedOutcome.parse(row.result);
    const recipients = storedRecipients.parse(row.recipients);
    const inputs = await inputsOfRun(tx, row);
    const hash = outcomeHash(
      distribute({
        definition,
        recipients,
        pots: storedPots.parse(row.pots),
        inputs: new Map(inputs.map(({ name, values }) => [name, values])),
      }),
    );
    const others = await tx.distributionRun.findMany({
      where: { streamId: row.streamId, id: { not: id } },
      include: { key: true, version: true },
      orderBy: { createdAt: "desc" },
      take: 50,
    });
    const other = besideId === undefined ? null : await readRun(tx, programmeId, besideId);
    const batches = await tx.batch.findMany({
      where: { programmeId, origin: "key", source: { path: ["run"], equals: id } },
      orderBy: { number: "asc" },
    });
    return {
      id,
      key: { id: row.keyId, name: row.key.name, stream: row.key.stream.shortName },
      version: row.version.version,
      legalSource: row.version.legalSource,
      definition,
      tranche: row.tranche.name,
      author: row.author?.name ?? null,
      createdAt: row.createdAt,
      outcome,
      hash: row.resultHash,
      replayed: { hash, identical: hash === row.resultHash && hash === outcomeHash(outcome) },
      names: await namesOf(tx, programmeId, recipients),
      effects: effects(outcome, await presentOf(tx, programmeId, row, definition, outcome)),
      inputs: inputs.map(({ values: _, ...input }) => input),
      others: others.map((one) => ({
        id: one.id,
        key: one.key.name,
        version: one.version.version,
        createdAt: one.createdAt,
      })),
      beside: other && besideOf(other, outcome),
      batches: batches.map((batch) => ({ id: batch.id, number: batch.number })),
      mayWrite: owns(grant.actor, row.key.stream.ministries),
    };
  });

function besideOf({ id, result }: RunRow, outcome: Outcome) {
  const { years, one, other } = inSharedYears(outcome, storedOutcome.parse(result));
  return { id, years, effects: effects(one, totalsOf(other)) };
}

/** Names as they were in the run first; who is only on the other side has its name of today. */
async function namesOf(tx: Tx, programmeId: string, kept: readonly { code: string; name: string }[]) {
  const areas = await tx.area.findMany({ where: { programmeId }, include: { municipality: true } });
  return new Map([
    ...areas.map(({ code, name }) => [code, name] as const),
    ...areas.map(({ municipality }) => [municipality.code, municipality.preferredName] as const),
    ...kept.map(({ code, name }) => [code, name] as const),
  ]);
}

async function inputsOfRun(tx: Tx, row: RunRow) {
  const ids = storedInputIds.parse(row.inputs);
  const sets = await tx.distributionInput.findMany({ where: { id: { in: Object.values(ids) } } });
  return Object.entries(ids).flatMap(([name, id]) => {
    const set = sets.find((one) => one.id === id);
    if (set === undefined) return [];
    const values = new Map(Object.entries(storedValues.parse(set.values)));
    return [{ id, name, source: set.source, sourceOn: isoDate(set.sourceOn), values }];
  });
}

/** What is allocated now in the tranche and years of the run, by the code of the recipient. */
async function presentOf(
  tx: Tx,
  programmeId: string,
  row: RunRow,
  { grain }: KeyDefinition,
  { years }: Outcome,
): Promise<Map<string, Cents>> {
  const areas = new Map((await readAreas(tx, programmeId)).map((area) => [area.id, area]));
  const meant = new Set(years.map(({ year }) => year));
  const present = new Map<string, Cents>();
  for (const { areaId, year, amount } of await allocatedNow(tx, programmeId, row.trancheId)) {
    const area = areas.get(areaId);
    if (area === undefined || !meant.has(year)) continue;
    const code = grain === "area" ? area.code : area.municipality;
    present.set(code, cents((present.get(code) ?? 0n) + amount));
  }
  return present;
}

export interface RunBatchView {
  readonly run: RunView;
  readonly themes: readonly { readonly id: string; readonly nameNl: string; readonly nameEn: string }[];
  readonly legalReference: string | null;
  /** For the theme that was chosen; null before that. */
  readonly lines: readonly (PlannedLine & { readonly area: string; readonly municipality: string })[] | null;
  readonly years: readonly number[];
}

/** What a batch of this run would hold. @throws NotFound */
export async function findRunBatch(
  grant: Grant<"proposal:read">,
  programmeId: string,
  id: string,
  themeId: string | undefined,
): Promise<RunBatchView> {
  const run = await findRun(grant, programmeId, id);
  return inContext(grant.actor, async (tx) => {
    const row = await readRun(tx, programmeId, id);
    const { themes, legalReference } = row.key.stream;
    const chosen =
      themes.find((theme) => theme.id === themeId) ?? (themes.length === 1 ? themes[0] : undefined);
    const areas = await readAreas(tx, programmeId);
    const names = new Map(areas.map((area) => [area.id, area]));
    const standing = chosen
      ? standingOf(await allocatedNow(tx, programmeId, row.trancheId), chosen.id)
      : new Map();
    const lines = plannedLines(run.outcome, run.definition.grain, areas, standing);
    return {
      run,
      themes: themes.map(({ id: theme, nameNl, nameEn }) => ({ id: theme, nameNl, nameEn })),
      legalReference,
      lines: chosen
        ? lines.map((line) => {
            const area = names.get(line.areaId);
            return {
              ...line,
              area: area?.name ?? "",
              municipality: run.names.get(area?.municipality ?? "") ?? "",
            };
          })
        : null,
      years: run.outcome.years.map(({ year }) => year),
    };
  });
}
