import type { JobToDo } from "@/lib/db/exports/jobs";
import type { Grant, Permission } from "@/lib/domain/access";
import { PACKAGE_KIND } from "@/lib/domain/exports/job";
import { NotFound } from "@/lib/domain/refusal";
import { exportName } from "@/lib/exports/file-name";
import { exportSort } from "@/lib/exports/kinds";
import { formatOf, makeFile } from "@/lib/exports/make-file";
import { auditPackage, packageName } from "@/lib/exports/package/audit-package";
import type { Signer } from "@/lib/exports/package/plan";
import { provedFile } from "@/lib/exports/package/proved-file";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";

/** The person who asked may not have this any more. */
export class NotAllowed extends Error {
  override readonly name = "NotAllowed";
}

interface Making {
  readonly job: Pick<JobToDo, "kind" | "format" | "proved" | "question" | "language">;
  readonly grantFor: <P extends Permission>(permission: P) => Grant<P>;
  readonly programme: ProgrammeRow;
  readonly signer: Signer | null;
  readonly passes: () => void;
}

export interface MadeExport {
  readonly bytes: AsyncGenerator<Uint8Array>;
  readonly fileName: string;
  /** Where what makes it counts its rows itself. */
  readonly rows?: () => bigint;
  readonly expected: () => bigint | null;
}

/** The bytes of what was asked for, while they are made. */
export async function makeExport({ job, grantFor, programme, signer, passes }: Making): Promise<MadeExport> {
  const asked = { params: job.question, locale: job.language, now: new Date() };
  if (job.kind === PACKAGE_KIND) {
    const grants = { reconciliation: grantFor("reconciliation:read"), journal: grantFor("journal:read") };
    const bytes = await auditPackage(grants, { programme, asked, signer, passes });
    return {
      bytes,
      fileName: `${packageName(programme, asked)}.zip`,
      expected: () => null,
    };
  }
  const sort = exportSort(job.kind);
  const format = sort && formatOf(sort.kind, job.format);
  if (sort === null || format === null) throw new NotFound("export");
  const grant: Grant<Permission> = grantFor(sort.permission);
  const name = exportName(programme, sort.kind, asked.now);
  if (job.proved) {
    let expected: bigint | null = null;
    const bytes = await provedFile(sort, format, {
      grant,
      programme,
      asked,
      signer,
      passes,
      expects: (count) => {
        expected = count;
      },
    });
    return { bytes, fileName: `${name}-met-bewijs.zip`, expected: () => expected };
  }
  const { bytes, rows, expected } = await makeFile(sort, format, { grant, programme }, asked);
  return { bytes, rows, fileName: `${name}.${format}`, expected: () => expected };
}
