import { createHash } from "node:crypto";
import { recordAudit } from "@/lib/db/audit";
import { keepTieOut } from "@/lib/db/tie-out/files";
import { inContext, LONG } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { FILE_LIMITS, type FileRefusal, tooLargeFile } from "@/lib/domain/entry/entry-file";
import type { TieOutFile } from "@/lib/domain/tie-out/tie-out-file";
import { readGridInWorker } from "@/lib/files/own-ledger/read-grid-in-worker";

type Asked = Pick<TieOutFile, "kind" | "year" | "source" | "tolerance" | "asOf">;

/**
 * Reads an external file and keeps it, with the question that it answers. The same file and question, while
 * nothing was entered in between, changes nothing: it is the one that is there.
 * @returns the id and whether it is new, or why the file as a whole is refused; then nothing is kept
 */
export async function bringTieOut(
  grant: Grant<"tie-out:bring">,
  programmeId: string,
  asked: Asked,
  file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> },
): Promise<{ id: string; isNew: boolean } | FileRefusal> {
  const { actor } = grant;
  const { name, bytes } = file;
  if (bytes.byteLength > FILE_LIMITS.bytes) return tooLargeFile(bytes.byteLength);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  // The thread takes the bytes that it is given away; these stay to be kept.
  const read = await readGridInWorker({ bytes: bytes.slice(), fileName: name });
  if (read.is === "refused") return { problem: read.problem, facts: read.facts };
  return inContext(
    actor,
    async (tx) => {
      const kept = await keepTieOut(tx, {
        ...asked,
        programmeId,
        personId: actor.personId ?? "",
        fileName: name,
        sha256,
        bytes,
        grid: read.grid,
      });
      if (kept.isNew)
        await recordAudit(tx, actor, {
          action: "tie-out.brought",
          programmeId,
          subjectKind: "tie-out",
          subjectId: kept.id,
          facts: {
            sha256,
            kind: asked.kind,
            year: asked.year,
            source: asked.source,
            tolerance: asked.tolerance.toString(),
            rows: read.grid.rows.length,
            ...asked.asOf,
          },
        });
      return kept;
    },
    LONG,
  );
}
