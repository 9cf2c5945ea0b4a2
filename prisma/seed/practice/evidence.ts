import { createHash } from "node:crypto";
import { dateOf } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/transaction";
import { type EvidenceType, MEDIA_TYPE } from "@/lib/domain/evidence/evidence-file";
import type { EvidenceKind } from "@/lib/domain/evidence/evidence-kind";
import { officerOf } from "./allocations";
import { plainCsv, plainPdf } from "./evidence-files";
import type { People } from "./people";
import { SeededRandom } from "./random";
import { idOf, type Structure } from "./structure";
import { PRACTICE } from "./structure-data";

interface World {
  readonly tx: Tx;
  readonly structure: Structure;
  readonly people: People;
}

/** Reports with evidence: who added it, which kind, and how many of every hundred lines have some. */
const REPORTS = [
  { window: "OW-1-2023", municipality: "OEF01", account: "coordinator", kind: "invoice", share: 80n },
  { window: "OW-2-2026-2", municipality: "OEF01", account: "coordinator", kind: "invoice", share: 60n },
  {
    window: "OW-2-2026-2",
    municipality: "OEF02",
    account: "coordinator.oefendam",
    kind: "payroll",
    share: 70n,
  },
  // Its stream asks for it on every line that spends so much.
  { window: "OWO-1-2025", municipality: "OEF01", account: "coordinator", kind: "accountant", share: 100n },
] as const satisfies readonly { kind: EvidenceKind; [name: string]: unknown }[];

/** What the invented ministries require; the second only of periods that are still to end. */
const REQUIRED = [
  {
    stream: "OWO",
    from: "2025-01-01",
    kind: "accountant",
    threshold: 500_000_00n,
    source: "Oefenbesluit 15, artikel 11",
  },
  {
    stream: "OW",
    from: "2026-12-31",
    kind: "invoice",
    threshold: 100_000_00n,
    source: "Oefenbesluit 12, artikel 10",
  },
] as const;

/** Invented documents at some lines, and what is required; with randomness of its own. */
export async function loadEvidence(world: World): Promise<void> {
  const random = new SeededRandom(`${PRACTICE.seed}/bewijs`);
  for (const { stream, from, kind, threshold, source } of REQUIRED)
    await world.tx.evidenceRequirement.create({
      data: {
        streamId: idOf(world.structure.streams, stream),
        validFrom: dateOf(from),
        kind,
        thresholdCents: threshold,
        legalSource: source,
        enteredBy: officerOf(world.people, stream),
      },
    });
  for (const report of REPORTS) await loadDocuments(world, report, random);
}

async function loadDocuments(
  { tx, structure, people }: World,
  planned: (typeof REPORTS)[number],
  random: SeededRandom,
): Promise<void> {
  const report = await tx.report.findFirstOrThrow({
    where: {
      windowId: idOf(structure.windows, planned.window),
      municipalityId: idOf(structure.organisations, planned.municipality),
    },
  });
  const lines = await tx.reportLine.findMany({
    where: { reportId: report.id, spentCents: { gt: 0n } },
    include: { area: true, theme: true },
    orderBy: [{ area: { code: "asc" } }, { theme: { position: "asc" } }],
  });
  let withdrawn = false;
  for (const [index, line] of lines.entries()) {
    if (random.below(100n) >= planned.share) continue;
    const spent = line.spentCents ?? 0n;
    const name = `${line.area.name}, ${line.theme.nameNl}`;
    const place = {
      reportId: report.id,
      municipalityId: report.municipalityId,
      areaId: line.areaId,
      themeId: line.themeId,
    };
    const personId = idOf(people, planned.account);
    const serial = `${report.number}-${index + 1}`;
    const add = (what: Pick<Document, "type" | "name" | "bytes" | "kind" | "amount">) =>
      keep(tx, { ...place, ...what, personId });
    const first = await add({
      type: "pdf",
      name: `${TITLE[planned.kind]}-${serial}.pdf`,
      kind: planned.kind,
      amount: planned.kind === "accountant" ? spent : random.share(spent, 35n, 90n),
      bytes: plainPdf(["Oefenstuk, verzonnen", `${TITLE[planned.kind]} ${serial}`, name]),
    });
    if (planned.kind === "accountant") continue;
    const part = random.share(spent, 5n, 30n);
    const rows = [
      ["boeking", "omschrijving", "centen"],
      [`${serial}-1`, "Verzonnen post", part.toString()],
    ];
    await add({
      type: "csv",
      name: `boekingen-${serial}.csv`,
      kind: "other",
      amount: part,
      bytes: plainCsv(rows),
    });
    if (withdrawn || report.status !== "draft") continue;
    withdrawn = true;
    await tx.evidenceWithdrawal.create({
      data: {
        documentId: first,
        municipalityId: report.municipalityId,
        reason: "Deze factuur hoort bij een ander project.",
        withdrawnBy: personId,
      },
    });
  }
}

const TITLE = { invoice: "factuur", payroll: "loonstaat", accountant: "accountantsverklaring" } as const;

interface Document {
  readonly reportId: string;
  readonly municipalityId: string;
  readonly areaId: string;
  readonly themeId: string;
  readonly personId: string;
  readonly type: EvidenceType;
  readonly name: string;
  readonly kind: EvidenceKind;
  readonly amount: bigint;
  readonly bytes: Buffer;
}

/** As the application keeps one while no scanner is set up. */
async function keep(
  tx: Tx,
  { type, name, kind, amount, bytes, personId, ...place }: Document,
): Promise<string> {
  const { municipalityId } = place;
  const upload = await tx.evidenceUpload.create({
    data: { reportId: place.reportId, municipalityId, personId },
  });
  await tx.evidenceChunk.create({
    data: { uploadId: upload.id, municipalityId, part: 0, bytes: new Uint8Array(bytes) },
  });
  const document = await tx.evidenceDocument.create({
    data: {
      ...place,
      uploadId: upload.id,
      kind,
      amountCents: amount,
      fileName: name,
      mediaType: MEDIA_TYPE[type],
      byteSize: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      store: "database",
      addedBy: personId,
    },
  });
  await tx.evidenceScan.create({ data: { documentId: document.id, municipalityId, outcome: "unscanned" } });
  return document.id;
}
