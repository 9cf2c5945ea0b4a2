import { readSigningKey, type Signing, signCheckpoints } from "@/lib/db/checkpoints/sign-checkpoints";
import { signLog } from "@/lib/db/checkpoints/sign-log";
import type { Chore } from "@/lib/mail/worker";

type Variables = Readonly<Record<string, string | undefined>>;
type Say = (line: string) => void;

/** @returns how many journals and logs were not signed because something is wrong with them. */
async function signAll(variables: Variables, programme: string | undefined, say: Say): Promise<number> {
  const { CHECKPOINT_KEY_FILE: keyFile, CHECKPOINT_DIR: folder } = variables;
  if (!keyFile || !folder) return 0;
  const key = await readSigningKey(keyFile);
  let bad = 0;
  for await (const signing of signCheckpoints({ folder, key, programme })) {
    tell(signing, say);
    if (signing.problem !== null) bad += 1;
  }
  if (programme === undefined) {
    const log = await signLog({ folder, key });
    tell(log, say);
    if (log.problem !== null) bad += 1;
  }
  return bad;
}

function tell({ programme, signed, entries, problem }: Signing, say: Say): void {
  if (signed !== null) say(`${programme}: checkpoint over ${entries} entries`);
  if (problem !== null)
    say(`${programme}: no checkpoint. Entry ${problem.seq ?? "?"}: ${problem.code}: ${problem.detail}`);
}

/**
 * Signs every night how far each journal and the audit log have come, and when somebody asks for it. Null where this installation has no key
 * or no folder: then checkpoints are made elsewhere, with `npm run ledger:checkpoint`.
 */
export function checkpointChore(variables: Variables, say: Say): Chore | null {
  if (!variables.CHECKPOINT_KEY_FILE || !variables.CHECKPOINT_DIR) return null;
  return {
    name: "checkpoint",
    every: "30 1 * * *",
    run: async () => {
      const bad = await signAll(variables, undefined, say);
      // Thrown, so that the job is tried again and stays to be seen.
      if (bad > 0) throw new Error(`${bad} were not signed: npm run ledger:verify says why`);
    },
  };
}

/** Signs one journal now, where that can be done; what is wrong with it is said, and its export goes on without. */
export async function signProgramme(variables: Variables, programme: string, say: Say): Promise<void> {
  await signAll(variables, programme, say);
}
