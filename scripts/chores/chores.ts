import type { Chore } from "@/lib/mail/worker";
import { checkpointChore, signProgramme } from "./checkpoint.ts";
import { crossCheckChore } from "./cross-check.ts";
import { exportChore, sweepChore } from "./export.ts";
import { manifestSigner } from "./signer.ts";

/** Everything that the worker does beside mail. */
export function chores(
  variables: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
): readonly Chore[] {
  const { CHECKPOINT_KEY_FILE: keyFile, NEXTAUTH_URL: site = "http://localhost:3000" } = variables;
  const checkpoint = checkpointChore(variables, say);
  return [
    ...(checkpoint === null ? [] : [checkpoint]),
    exportChore({
      site,
      say,
      signer: () => manifestSigner(keyFile),
      signNow: (programme) => signProgramme(variables, programme, say),
    }),
    sweepChore,
    crossCheckChore(say),
  ];
}
