import type { JournalRecord, TableRecord } from "@/lib/domain/proof/manifest";
import type { Sealer } from "@/lib/files/sealer";
import type { ZipEntry } from "@/lib/files/zip";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import type { ExportAsked } from "../made";

/** What was written so far, for the manifest behind it. */
export interface Collected {
  readonly tables: TableRecord[];
  journal: JournalRecord | null;
}

/** Some files of a package, one after the other. */
export type Part = (sealer: Sealer, collected: Collected) => AsyncIterable<ZipEntry>;

/** Signs the manifest; where an installation has no key, the package says that nobody vouches for it. */
export interface Signer {
  readonly keyId: string;
  readonly pem: string;
  readonly sign: (bytes: Uint8Array) => string;
}

export interface PackagePlan {
  /** Of the folder in the zip. */
  readonly base: string;
  readonly programme: ProgrammeRow;
  readonly asked: ExportAsked;
  readonly what: string;
  readonly validOn: string | null;
  readonly knownAt: string;
  readonly parts: readonly Part[];
  readonly signer: Signer | null;
}
