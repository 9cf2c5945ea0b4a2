import {
  paceSignals,
  peerSignals,
  periodEndSignals,
  roundSignals,
  silenceSignals,
  twiceSignals,
} from "@/lib/domain/signals/detect";
import type { Signal } from "@/lib/domain/signals/signal";
import type { Tx } from "../transaction";
import { paceFacts, peerFacts, periodEndFacts, roundFacts, silenceFacts, twiceFacts } from "./signal-facts";

/** Every signal of a year, kind by kind, worked out of what is booked and reported now. */
export async function signalsOfYear(tx: Tx, programmeId: string, year: number): Promise<Signal[]> {
  return [
    ...twiceSignals(year, await twiceFacts(tx, programmeId, year)),
    ...silenceSignals(year, await silenceFacts(tx, programmeId, year)),
    ...paceSignals(year, await paceFacts(tx, programmeId, year)),
    ...peerSignals(year, await peerFacts(tx, programmeId, year)),
    ...periodEndSignals(year, await periodEndFacts(tx, programmeId, year)),
    ...roundSignals(year, await roundFacts(tx, programmeId, year)),
  ];
}
