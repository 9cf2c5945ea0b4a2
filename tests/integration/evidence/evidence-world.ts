import type pg from "pg";
import { addEvidence } from "@/lib/commands/evidence/add-evidence";
import { openReport } from "@/lib/commands/reports/open-report";
import { saveReport } from "@/lib/commands/reports/save-report";
import { submitReport } from "@/lib/commands/reports/submit-report";
import type { Grant } from "@/lib/domain/access";
import type { EvidenceDocument } from "@/lib/domain/evidence/evidence-document";
import type { FileRefused } from "@/lib/domain/evidence/evidence-file";
import type { EvidenceKind } from "@/lib/domain/evidence/evidence-kind";
import { cents } from "@/lib/domain/money";
import type { FormFile } from "@/lib/files/read-form";
import { findReport } from "@/lib/queries/reports/find-report";
import { filled, key, makeReportingWorld, type ReportingWorld } from "../reports/reporting-world";

export const TODAY = "2026-11-23";
const SPENT = { t: { spent: 500_00n, forecast: 500_00n }, u: { spent: 500_00n, forecast: 500_00n } };

export interface EvidenceWorld {
  readonly world: ReportingWorld;
  /** A draft of municipality 0 with 500,00 on each of two lines. */
  readonly report: string;
  readonly version: number;
  readonly municipality: string;
}

export async function draftReport(owner: pg.ClientBase, code: string): Promise<EvidenceWorld> {
  const world = await makeReportingWorld(owner, code);
  const municipality = world.municipalities[0]?.id ?? "";
  const report = await openReport(world.grants.coordinator, {
    idempotencyKey: key(),
    window: world.windows[0] ?? "",
    municipality,
  });
  const { version } = await saveReport(
    world.grants.coordinator,
    filled(world, { id: report, version: 1 }, SPENT),
  );
  return { world, report, version: Number(version), municipality };
}

export const submit = ({ world, report, version }: EvidenceWorld) =>
  submitReport(world.grants.coordinator, { idempotencyKey: key(), report, version });

export function formFile(bytes: Uint8Array, name: string, piece = 100_000): FormFile {
  return {
    name,
    cutOff: () => false,
    pieces: (async function* () {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    })(),
  };
}

export interface Added {
  readonly by?: Grant<"report:fill">;
  readonly key?: string;
  readonly theme?: string;
  readonly kind?: EvidenceKind;
  readonly amount?: bigint;
  readonly note?: string;
}

export const add = (
  { world, report }: EvidenceWorld,
  file: FormFile,
  { by, key: given, theme = "t", kind = "invoice", amount = 100_00n, note }: Added = {},
): Promise<FileRefused | null> =>
  addEvidence(
    by ?? world.grants.coordinator,
    { programmeId: world.programmeId, reportId: report },
    {
      idempotencyKey: given ?? key(),
      line: `gemeente a.${theme}`,
      kind,
      amount: cents(amount),
      note: note ?? null,
      request: null,
    },
    file,
  );

export async function documents(
  { world, report }: EvidenceWorld,
  grant: Grant<"report:read"> = world.grants.coordinatorReads,
): Promise<readonly EvidenceDocument[]> {
  return (await findReport(grant, world.programmeId, report, TODAY)).evidence.documents;
}
