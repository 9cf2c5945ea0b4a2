import type { ProgrammeFacts } from "@/lib/domain/cross-checks/facts";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { asking, readMonthCut } from "../ledger-reading/month-cut";
import { positionsAsOf } from "../reconciliation/positions";
import type { Tx } from "../transaction";
import { readTiedFiles } from "./external-files";
import { readForecasts } from "./forecasts";
import { readCarryOverRules, readDivisions, readMaxima } from "./keys";
import { readNames } from "./names";
import { readNorms } from "./norms";
import { readAwards, readOriginals, readRegister } from "./register";
import { readAcceptedReports, readReportPostings } from "./reports";
import { readValidations } from "./validations";
import { readYearTurns } from "./year-turns";

/** Everything that the rules across levels look at, as of the two dates, in a number of questions that does not grow. */
export async function readProgrammeFacts(tx: Tx, programmeId: string, asOf: AsOf): Promise<ProgrammeFacts> {
  const names = await readNames(tx, programmeId);
  const cut = await readMonthCut(asking(tx), programmeId, asOf);
  return {
    asOf,
    names,
    positions: await positionsAsOf(tx, programmeId, cut),
    turns: await readYearTurns(tx, programmeId, asOf),
    register: await readRegister(tx, programmeId, asOf),
    originals: await readOriginals(tx, programmeId, asOf),
    awards: await readAwards(tx, programmeId, asOf),
    reports: await readAcceptedReports(tx, programmeId, asOf),
    postings: await readReportPostings(tx, programmeId, asOf),
    forecasts: await readForecasts(tx, programmeId, names, asOf),
    divisions: await readDivisions(tx, programmeId, asOf),
    norms: await readNorms(tx, programmeId, names.streams, asOf),
    maxima: await readMaxima(tx, programmeId, asOf),
    carryOver: await readCarryOverRules(tx, programmeId),
    validations: await readValidations(tx, programmeId, asOf),
    external: await readTiedFiles(tx, programmeId, asOf),
  };
}
