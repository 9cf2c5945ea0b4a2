import { Prisma } from "@/lib/db/generated/client";
import { cents } from "@/lib/domain/money";
import { type BridgeCause, type BridgeLine, type BridgeMeasure, bridge } from "@/lib/domain/sisa/bridge";
import { readContent, type SisaContent, totalOf } from "@/lib/domain/sisa/content";
import type { RecordedAnswer } from "@/lib/domain/sisa/plausibility";
import type { SisaRow } from "@/lib/domain/sisa/sisa-year";
import { isoDate, isoDateOrNull } from "../dates";
import { canonicalJson, contentHash } from "../hash";
import type { Tx } from "../transaction";
import type { SisaPlace } from "./facts";

export interface Delivery {
  readonly id: string;
  readonly municipalityId: string;
  readonly year: number;
  readonly version: number;
  readonly content: SisaContent;
  readonly contentHash: string;
  readonly ledgerSeq: bigint;
  readonly correctsVersion: number | null;
  readonly reason: string | null;
  readonly preparedBy: { readonly id: string; readonly name: string };
  readonly preparedAt: Date;
  readonly decided: {
    readonly outcome: "delivered" | "returned";
    readonly by: string;
    readonly at: Date;
    readonly reason: string | null;
  } | null;
  /** What the CBS answered, the last record first. */
  readonly cbsAnswers: readonly RecordedAnswer[];
  /** The record that counts; null while there is none. */
  readonly cbs: RecordedAnswer | null;
}

const WITH = {
  preparer: true,
  corrects: { select: { version: true } },
  events: { include: { person: true } },
  cbsAnswers: { include: { person: true }, orderBy: { number: "desc" } },
} as const satisfies Prisma.SisaDeliveryInclude;
type Row = Prisma.SisaDeliveryGetPayload<{ include: typeof WITH }>;

function deliveryOf({ preparer, corrects, events: [event], cbsAnswers: recorded, ...row }: Row): Delivery {
  const cbsAnswers = recorded.map((one) => ({
    number: one.number,
    answer: one.answer,
    answeredOn: isoDate(one.answeredOn),
    source: one.source,
    reason: one.reason,
    correctUntil: isoDateOrNull(one.correctUntil),
    by: one.person?.name ?? "",
    at: one.at,
  }));
  return {
    id: row.id,
    municipalityId: row.municipalityId,
    year: row.year,
    version: row.version,
    content: readContent(row.content),
    contentHash: row.contentHash,
    ledgerSeq: row.ledgerSeq,
    correctsVersion: corrects?.version ?? null,
    reason: row.reason,
    preparedBy: { id: row.preparedBy, name: preparer?.name ?? "" },
    preparedAt: row.preparedAt,
    decided:
      event === undefined
        ? null
        : { outcome: event.outcome, by: event.person?.name ?? "", at: event.at, reason: event.reason },
    cbsAnswers,
    cbs: cbsAnswers[0] ?? null,
  };
}

/** The versions that the reader may see, the last one first. */
export async function readDeliveries(tx: Tx, place: SisaPlace): Promise<Delivery[]> {
  const rows = await tx.sisaDelivery.findMany({
    where: { ...place },
    orderBy: { version: "desc" },
    include: WITH,
  });
  return rows.map(deliveryOf);
}

export async function readDelivery(tx: Tx, programmeId: string, id: string): Promise<Delivery | null> {
  const row = await tx.sisaDelivery.findFirst({ where: { id, programmeId }, include: WITH });
  return row && deliveryOf(row);
}

/** The text exactly as it was frozen. */
export async function frozenText(tx: Tx, id: string): Promise<string> {
  return (await tx.sisaDelivery.findUniqueOrThrow({ where: { id }, select: { content: true } })).content;
}

export const delivered = (versions: readonly Delivery[]): Delivery | null =>
  versions.find(({ decided }) => decided?.outcome === "delivered") ?? null;

/** From a delivered version to what holds now, with the entries that came after it. */
export const bridgeFrom = (old: Delivery, now: SisaContent, rows: readonly SisaRow[]): BridgeLine[] =>
  bridge(old.content, now, (key) => {
    const row = rows.find((one) => one.key === key);
    return (row?.moves ?? []).filter(({ seq, reportedIn }) => seq > old.ledgerSeq && reportedIn <= old.year);
  });

export interface NewDelivery {
  readonly version: number;
  readonly content: SisaContent;
  readonly ledgerSeq: bigint;
  readonly corrects: Delivery | null;
  readonly reason: string | null;
  readonly preparedBy: string;
  /** Now, unless practice data say when. */
  readonly preparedAt?: Date;
  readonly bridge: readonly BridgeLine[];
}

export async function writeDelivery(
  tx: Tx,
  place: SisaPlace,
  made: NewDelivery,
): Promise<{ id: string; contentHash: string }> {
  const { content, corrects } = made;
  const hash = contentHash(content);
  const { id } = await tx.sisaDelivery.create({
    data: {
      ...place,
      version: made.version,
      content: canonicalJson(content),
      contentHash: hash,
      spentCents: totalOf(content.rows, "spent"),
      correctionCents: totalOf(content.rows, "correction"),
      cumulativeCents: totalOf(content.rows, "cumulative"),
      ledgerSeq: made.ledgerSeq,
      correctsId: corrects?.id ?? null,
      reason: made.reason,
      preparedBy: made.preparedBy,
      ...(made.preparedAt === undefined ? {} : { preparedAt: made.preparedAt }),
    },
    select: { id: true },
  });
  if (made.bridge.length > 0)
    await tx.sisaBridgeLine.createMany({
      data: made.bridge.map((line, index) => ({
        deliveryId: id,
        municipalityId: place.municipalityId,
        line: index + 1,
        rowKey: line.rowKey,
        measure: line.measure,
        oldCents: line.old,
        newCents: line.now,
        differenceCents: line.difference,
        oldText: line.oldText,
        newText: line.newText,
        cause: line.cause,
        entries: [...line.entries],
      })),
    });
  return { id, contentHash: hash };
}

/** The bridge as it was frozen with its version. */
export async function readBridge(tx: Tx, deliveryId: string): Promise<BridgeLine[]> {
  const rows = await tx.sisaBridgeLine.findMany({ where: { deliveryId }, orderBy: { line: "asc" } });
  const money = (value: bigint | null) => (value === null ? null : cents(value));
  return rows.map((row) => ({
    rowKey: row.rowKey,
    measure: row.measure as BridgeMeasure,
    old: money(row.oldCents),
    now: money(row.newCents),
    difference: money(row.differenceCents),
    oldText: row.oldText,
    newText: row.newText,
    cause: row.cause as BridgeCause,
    entries: row.entries,
  }));
}

/** One at a time for a municipality and year: two who prepare at once wait for each other. */
export async function holdSisaYear(tx: Tx, { programmeId, municipalityId, year }: SisaPlace): Promise<void> {
  const name = `${programmeId}/${municipalityId}/${year}`;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 31))::text`;
}
