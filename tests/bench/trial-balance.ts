import { isDeepStrictEqual } from "node:util";
import type { Addresses } from "@/scripts/database/roles";
import { asClient } from "@/scripts/database/roles";
import { isInstalled, keptBalances, READERS } from "../readers/journal-readers";
import { exportedBy } from "./export";

export interface TrialBalance {
  readonly program: string;
  readonly writtenSeconds: number;
  readonly readSeconds: number;
  readonly ourMilliseconds: number;
  readonly accounts: number;
  readonly equal: boolean;
}

const PROGRAMME = "oefen";

/** The same trial balance by each program that is installed here, from our journal, beside the one of our balances. */
export async function benchTrialBalance(
  { superuser, app }: Pick<Addresses, "superuser" | "app">,
  folder: string,
): Promise<TrialBalance[]> {
  const here = READERS.filter(({ program }) => isInstalled(program));
  return asClient(superuser, async (client) => {
    const found: TrialBalance[] = [];
    for (const { program, format, balances } of here) {
      const file = `${folder}/journal.${format}`;
      const { seconds: writtenSeconds } = exportedBy("journal-once.ts", app, PROGRAMME, file, format);
      const asked = performance.now();
      const ours = await keptBalances(client, PROGRAMME);
      const ourMilliseconds = performance.now() - asked;
      const started = performance.now();
      const theirs = balances(file);
      const readSeconds = (performance.now() - started) / 1000;
      const equal = isDeepStrictEqual(theirs, ours);
      found.push({
        program,
        writtenSeconds,
        readSeconds,
        ourMilliseconds,
        accounts: Object.keys(ours).length,
        equal,
      });
    }
    return found;
  });
}
