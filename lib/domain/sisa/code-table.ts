import type { BlockingReason } from "../refusal";
import type { SisaIndicator, SisaScheme } from "./sisa-year";

/** What is wrong with a code table before it is kept: numbers begin with the code, and nothing stands there twice. */
export function codeReasons(code: string, indicators: readonly SisaIndicator[]): BlockingReason[] {
  const reasons: BlockingReason[] = [];
  for (const [index, { number, measure }] of indicators.entries()) {
    const field = `number.${index}`;
    if (!number.startsWith(`${code}/`))
      reasons.push({ code: "sisa.codes.reasons.otherCode", field, facts: { number, scheme: code } });
    if (indicators.findIndex((one) => one.number === number) < index)
      reasons.push({ code: "sisa.codes.reasons.twice", field, facts: { number } });
    if (measure !== null && indicators.findIndex((one) => one.measure === measure) < index)
      reasons.push({ code: "sisa.codes.reasons.measureTwice", field: `measure.${index}`, facts: { number } });
  }
  return reasons;
}

/** The indicator of a scheme that asks for what Geldstroom knows. */
export const indicatorFor = (
  indicators: readonly SisaIndicator[],
  measure: NonNullable<SisaIndicator["measure"]>,
): SisaIndicator | null => indicators.find((one) => one.measure === measure) ?? null;

/** A version of a code table, with who kept it and why. */
export interface CodeVersion extends SisaScheme {
  readonly streamId: string | null;
  /** Null: holds for every year. */
  readonly year: number | null;
  readonly reason: string;
  readonly by: string | null;
  readonly at: Date;
  /** What its source adds to an indicator. */
  readonly notes: readonly (string | null)[];
}

export interface StreamCodes {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** The reader's ministry owns the stream, so it may keep its numbers. */
  readonly own: boolean;
  readonly current: CodeVersion | null;
  /** Versions of this year, the last one first. */
  readonly versions: readonly CodeVersion[];
}
