import { dateOf } from "@/lib/db/dates";
import { readRecipients } from "@/lib/db/distribution/recipients";
import { writeInput, writeRun, writeVersion } from "@/lib/db/distribution/write";
import { contentHash } from "@/lib/db/hash";
import { append } from "@/lib/db/journal";
import type { Tx } from "@/lib/db/transaction";
import type { KeyDefinition } from "@/lib/domain/distribution/key";
import { ceilingEntry } from "@/lib/domain/ledger/facts";
import { cents } from "@/lib/domain/money";
import { proposalContent } from "@/lib/domain/proposals/proposal-content";
import { FIGURES, KEY_STREAM, NEW_PLACES } from "./distribution-data";
import type { People } from "./people";
import { idOf, type Structure } from "./structure";
import { PRACTICE } from "./structure-data";

interface World {
  readonly tx: Tx;
  readonly structure: Structure;
  readonly people: People;
}
type Made = { readonly streamId: string; readonly trancheId: string };

/** Fourteen more municipalities, a stream with its ceiling, and two keys: one of them already changed and tried. */
export async function loadDistribution(world: World): Promise<void> {
  await loadPlaces(world);
  const stream = await loadStream(world);
  await postCeiling(world, stream);
  await loadKeys(world, stream);
}

async function loadPlaces({ tx, structure: { programmeId } }: World): Promise<void> {
  for (const { code, name, area, latitude, longitude } of NEW_PLACES) {
    const point = { latitude, longitude };
    const { id } = await tx.organisation.create({
      data: {
        ...point,
        code,
        kind: "municipality",
        officialName: name,
        preferredName: name,
        isPractice: true,
      },
    });
    await tx.programmeParticipant.create({ data: { programmeId, organisationId: id, inLeaflet: true } });
    const areaCode = `${name}-${area}`.toLowerCase();
    await tx.area.create({
      data: { ...point, programmeId, municipalityId: id, code: areaCode, name: `${name} ${area}` },
    });
  }
}

async function loadStream({ tx, structure }: World): Promise<Made> {
  const { code, shortName, officialName, legalReference, owner, themes } = KEY_STREAM;
  const { opensOn, ...tranche } = KEY_STREAM.tranche;
  const made = await tx.stream.create({
    data: {
      programmeId: structure.programmeId,
      code,
      position: 4,
      shortName,
      officialName,
      legalReference,
      instrument: "specific_grant",
      earmark: "exclusive",
      recipientGrain: "municipality",
      vatBasis: "gross",
      ministries: { create: { ministryId: idOf(structure.organisations, owner), role: "owner" } },
      themes: { create: themes.map((theme, index) => ({ ...theme, position: index + 1 })) },
      tranches: { create: { ...tranche, opensOn: dateOf(opensOn) } },
    },
    include: { tranches: true },
  });
  return { streamId: made.id, trancheId: made.tranches[0]?.id ?? "" };
}

async function postCeiling({ tx, structure, people }: World, { streamId, trancheId }: Made): Promise<void> {
  const { programmeId } = structure;
  const count = await tx.proposal.count({ where: { programmeId } });
  const years = Object.entries(KEY_STREAM.ceiling).map(([year, amount]) => ({
    year: Number(year),
    amount: cents(amount),
  }));
  const on = "2026-01-12";
  const row = {
    kind: "ceiling",
    number: `${PRACTICE.numberPrefix}-2026-${String(count + 1).padStart(4, "0")}`,
    streamId,
    trancheId,
    themeId: null,
    municipalityId: null,
    areaId: null,
    allocationId: null,
    claimId: null,
    decisionNumber: null,
    decisionOn: null,
    decisionCents: null,
    effectiveOn: on,
    legalSource: KEY_STREAM.legalReference,
    reason: "Plafond volgens de oefenbegroting 2026.",
  } as const;
  const hash = contentHash(proposalContent({ ...row, lines: years }));
  const { id } = await tx.proposal.create({
    data: {
      ...row,
      programmeId,
      effectiveOn: dateOf(on),
      status: "proposed",
      contentHash: hash,
      createdBy: idOf(people, "officer2"),
      lines: { create: years.map(({ year, amount }) => ({ year, amountCents: amount })) },
    },
    select: { id: true },
  });
  const personId = idOf(people, "approver");
  await tx.approval.create({
    data: {
      proposalId: id,
      version: 1,
      contentHash: hash,
      shown: { kind: "ceiling", number: row.number, reason: row.reason },
      outcome: "approved",
      personId,
    },
  });
  await tx.proposal.update({ where: { id }, data: { status: "approved" } });
  await append(tx, programmeId, personId, [
    ceilingEntry({
      kind: "ceiling_set",
      streamId,
      trancheId,
      proposalId: id,
      effectiveOn: on,
      reason: row.reason,
      legalSource: row.legalSource,
      years,
    }),
  ]);
}

const definition = (parts: KeyDefinition["parts"]): KeyDefinition => ({
  format: "geldstroom-key-v1",
  grain: "municipality",
  among: null,
  parts,
  statedPot: null,
});
const byPeople = { kind: "weighted", input: "inwoners", take: { of: "rest" } } as const;

async function loadKeys({ tx, structure, people }: World, { streamId, trancheId }: Made): Promise<void> {
  const { programmeId } = structure;
  const createdBy = idOf(people, "officer2");
  const input = async (name: string, source: string, of: "people" | "homes") => {
    const values = new Map(Object.entries(FIGURES).map(([code, figures]) => [code, figures[of]]));
    const set = {
      programmeId,
      streamId,
      name,
      grain: "municipality",
      source,
      sourceOn: "2026-01-01",
    } as const;
    return { values, ...(await writeInput(tx, { ...set, values, createdBy })) };
  };
  const inhabitants = await input("inwoners", "Oefenstatistiek, bevolking per gemeente", "people");
  const labelled = await input("woningen", "Oefenregister energielabels E, F en G", "homes");
  const key = async (name: string) =>
    (
      await tx.distributionKey.create({
        data: { programmeId, streamId, name, createdBy },
        select: { id: true },
      })
    ).id;
  const keyId = await key("Naar inwoners met een vloer");
  const version = { keyId, legalSource: KEY_STREAM.legalReference, createdBy };
  const first = definition([byPeople]);
  const { id: versionId } = await writeVersion(tx, {
    ...version,
    version: 1,
    definition: first,
    effectiveOn: "2026-01-12",
    reason: "Eerste opzet van de oefenregeling: alleen naar inwoners.",
  });
  await writeVersion(tx, {
    ...version,
    version: 2,
    definition: definition([
      { kind: "equal", take: { of: "share", hundredths: 20_00n } },
      byPeople,
      { kind: "floor", cents: cents(900_000_00n) },
      { kind: "cap", cents: cents(4_500_000_00n) },
    ]),
    effectiveOn: "2026-06-01",
    reason:
      "Een vijfde gelijk verdeeld, met een vloer en een plafond na overleg met de kleine oefengemeenten.",
  });
  const homes = await key("Bedrag per woning");
  const perHome = definition([
    { kind: "per_unit", input: "woningen", cents: cents(190_00n), statedUnits: null },
  ]);
  const { id: homesVersionId } = await writeVersion(tx, {
    keyId: homes,
    legalSource: "Oefenbesluit 18, artikel 5",
    createdBy,
    version: 1,
    definition: perHome,
    effectiveOn: "2026-01-12",
    reason: "Een normbedrag per woning met label E, F of G.",
  });
  await writeRun(tx, {
    keyId,
    versionId,
    streamId,
    trancheId,
    basis: {
      definition: first,
      recipients: await readRecipients(tx, programmeId, "municipality"),
      inputs: new Map([["inwoners", inhabitants.values]]),
      pots: Object.entries(KEY_STREAM.ceiling).map(([year, pot]) => ({
        year: Number(year),
        pot: cents(pot),
      })),
    },
    inputIds: new Map([["inwoners", inhabitants.id]]),
    createdBy,
  });
  await writeRun(tx, {
    keyId: homes,
    versionId: homesVersionId,
    streamId,
    trancheId,
    basis: {
      definition: perHome,
      recipients: await readRecipients(tx, programmeId, "municipality"),
      inputs: new Map([["woningen", labelled.values]]),
      pots: [{ year: 2026, pot: cents(KEY_STREAM.ceiling[2026]) }],
    },
    inputIds: new Map([["woningen", labelled.id]]),
    createdBy,
  });
}
