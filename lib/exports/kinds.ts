import type { Grant, Permission } from "@/lib/domain/access";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { batchLinesFile } from "./batch-lines-file";
import { crossCheckFile } from "./cross-check-file";
import { advancesFile, batchesFile, ceilingsFile } from "./desk-files";
import { differenceFile } from "./difference-file";
import { distributionFile } from "./distribution-file";
import type { ExportKind } from "./export-kind";
import { findingsFile, toleranceFile } from "./finding-files";
import { journalFile } from "./journal-file";
import { ledgerFile } from "./ledger-file";
import { allocationsFile, reportsFile } from "./list-files";
import type { ExportAsked, MadeTable } from "./made";
import { historyFile, overviewFile } from "./overview-files";
import { replayFile } from "./rule-file";
import { requestsFile, sampleFile, samplesFile } from "./sample-files";
import { scenarioFile } from "./scenario-file";
import { settlementFile } from "./settlement-file";
import { signalsFile } from "./signal-file";
import { pairingsFile, tieOutFile } from "./tie-out-files";
import { treeFile } from "./tree-file";

type Make<P extends Permission> = (
  grant: Grant<P>,
  programme: ProgrammeRow,
  asked: ExportAsked,
) => Promise<MadeTable>;

/** What leaves as a file, with the permission that it takes besides `export:read`. */
export interface ExportSort {
  readonly permission: Permission;
  readonly make: Make<Permission>;
}

const sort = <P extends Permission>(permission: P, make: Make<P>): ExportSort => ({
  permission,
  make: make as unknown as Make<Permission>,
});

const SORTS = {
  aansluiting: sort("reconciliation:read", treeFile),
  verschil: sort("journal:read", differenceFile),
  extern: sort("reconciliation:read", tieOutFile),
  koppelingen: sort("reconciliation:read", pairingsFile),
  grootboek: sort("journal:read", ledgerFile),
  journaal: sort("journal:read", journalFile),
  toekenningen: sort("allocation:read", allocationsFile),
  rapportages: sort("report:read", reportsFile),
  overzicht: sort("reconciliation:read", overviewFile),
  geschiedenis: sort("reconciliation:read", historyFile),
  proefdraai: sort("reconciliation:read", replayFile),
  plafonds: sort("allocation:read", ceilingsFile),
  voorschotten: sort("proposal:read", advancesFile),
  vaststelling: sort("proposal:read", settlementFile),
  scenario: sort("scenario:read", scenarioFile),
  verdeling: sort("proposal:read", distributionFile),
  verzamelvoorstel: sort("proposal:read", batchLinesFile),
  verzamelvoorstellen: sort("proposal:read", batchesFile),
  steekproeven: sort("sample:manage", samplesFile),
  steekproef: sort("sample:manage", sampleFile),
  bewijsverzoeken: sort("request:read", requestsFile),
  bevindingen: sort("finding:read", findingsFile),
  tolerantie: sort("finding:read", toleranceFile),
  signalen: sort("signal:judge", signalsFile),
  controle: sort("reconciliation:read", crossCheckFile),
} as const satisfies Readonly<Record<ExportKind, ExportSort>>;

/** Null for a name that nothing has. */
export const exportSort = (name: string): (ExportSort & { readonly kind: ExportKind }) | null => {
  const kind = (Object.keys(SORTS) as ExportKind[]).find((one) => one === name);
  return kind === undefined ? null : { kind, ...SORTS[kind] };
};
