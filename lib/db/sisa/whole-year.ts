import { deliveredRow, deliveredSchemes, type SisaContent } from "@/lib/domain/sisa/content";
import { type SisaFinding, sisaFindings } from "@/lib/domain/sisa/findings";
import { type SisaFacts, type SisaRow, sisaDeadline, sisaRows } from "@/lib/domain/sisa/sisa-year";
import { ledgerSeq } from "../ledger-reading/ledger-seq";
import type { Tx } from "../transaction";
import { type Delivery, delivered, readDeliveries } from "./deliveries";
import { readAnswers, readSisaFacts, type SavedAnswers, type SisaPlace } from "./facts";

export interface NamedProgramme {
  readonly id: string;
  readonly code: string;
  readonly nameNl: string;
  readonly isPractice: boolean;
}

export interface SisaYear {
  readonly facts: SisaFacts;
  readonly saved: SavedAnswers;
  readonly rows: readonly SisaRow[];
  readonly findings: readonly SisaFinding[];
  readonly versions: readonly Delivery[];
  readonly ledgerSeq: bigint;
}

/** The accounts of a municipality over a year: figures, answers, what was delivered and what a check has to say. */
export async function readSisaYear(tx: Tx, place: SisaPlace, today: string): Promise<SisaYear> {
  const saved = await readAnswers(tx, place);
  const facts = await readSisaFacts(tx, place, { today, saved });
  const versions = await readDeliveries(tx, place);
  const earlier = await readDeliveries(tx, { ...place, year: place.year - 1 });
  const last = delivered(versions);
  const before = {
    thisYear: last?.content ?? null,
    cbs: last?.cbs ? { version: last.version, said: last.cbs } : null,
    lastYear: delivered(earlier)?.content ?? null,
  };
  return {
    facts,
    saved,
    rows: sisaRows(facts),
    findings: sisaFindings(facts, before),
    versions,
    ledgerSeq: await ledgerSeq(tx, place.programmeId),
  };
}

/** What would be delivered now; null while something in it is missing. */
export function contentOf(
  { facts, rows }: Pick<SisaYear, "facts" | "rows">,
  programme: NamedProgramme,
  municipality: { readonly code: string; readonly preferredName: string },
): SisaContent | null {
  const { year, adoptedOn, tolerance, streams } = facts;
  const lines = rows.map(deliveredRow);
  const whole = lines.flatMap((line) => (line === null ? [] : [line]));
  if (adoptedOn === null || whole.length < lines.length) return null;
  return {
    format: 1,
    programme: { code: programme.code, name: programme.nameNl, practice: programme.isPractice },
    municipality: { code: municipality.code, name: municipality.preferredName },
    year,
    deadline: sisaDeadline(year),
    adoptedOn,
    tolerance,
    schemes: deliveredSchemes(rows, streams),
    rows: whole,
  };
}
