import type { PackageTable } from "./package-table";
import { allocationsTable, approvalsTable, conflictsTable, proposalsTable } from "./tables/decisions";
import { keyInputsTable, keyRunsTable, keyVersionsTable } from "./tables/keys";
import { namesTable } from "./tables/names";
import { documentsTable, reportsTable, ruleRunsTable, signaturesTable } from "./tables/reports";

/**
 * What goes into an audit package beside the entries and their sums, in this order. A table more is one name here, its file
 * in `tables/`, and its description in the messages under `exports.package.tables`.
 */
export const PACKAGE_TABLES: readonly PackageTable[] = [
  namesTable,
  allocationsTable,
  proposalsTable,
  approvalsTable,
  conflictsTable,
  reportsTable,
  signaturesTable,
  ruleRunsTable,
  documentsTable,
  keyVersionsTable,
  keyInputsTable,
  keyRunsTable,
];
