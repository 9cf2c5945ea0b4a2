import "server-only";
import { programmeByCode, type StoredProgramme } from "@/lib/db/programmes/by-code";
import { inContext } from "@/lib/db/transaction";
import type { Grant, Permission } from "@/lib/domain/access";
import { NotFound } from "@/lib/domain/refusal";

export type ProgrammeRow = StoredProgramme;

/** @throws NotFound when there is no such programme, or when it is practice and the public asks. */
export async function findProgramme(grant: Grant<Permission>, code: string): Promise<ProgrammeRow> {
  // PostgreSQL holds no such text, so no programme has this code.
  if (code.includes("\u0000")) throw new NotFound(code);
  const row = await programmeByCode(grant.actor, code);
  if (row === undefined || (row.isPractice && grant.actor.scope === "public")) throw new NotFound(code);
  return row;
}

/** The programmes this reader may open, the real one first. */
export async function listProgrammes(grant: Grant<Permission>): Promise<ProgrammeRow[]> {
  const rows = await inContext(grant.actor, (tx) =>
    tx.programme.findMany({ orderBy: [{ isPractice: "asc" }, { code: "asc" }] }),
  );
  return rows.filter((row) => !row.isPractice || grant.actor.scope !== "public");
}
