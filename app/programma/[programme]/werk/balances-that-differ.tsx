import { BalanceFlags } from "@/components/own-balance/balance-flags";
import { authorize } from "@/lib/auth/authorize";
import { findBalancesThatDiffer } from "@/lib/queries/own-balance/balances";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { balancesPath } from "@/lib/views/own-ledger";

/** For both sides: balances of the municipality's ledger that do not agree, or do no more. */
export async function BalancesThatDiffer({ programme }: { programme: ProgrammeRow }) {
  const grant = await authorize("report:read");
  const balances = await findBalancesThatDiffer(grant, programme.id);
  return <BalanceFlags balances={balances} page={balancesPath(programme.code)} />;
}
