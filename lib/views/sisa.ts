import type { Cents } from "@/lib/domain/money";
import type { DeliveredRow } from "@/lib/domain/sisa/content";
import type { SisaRow } from "@/lib/domain/sisa/sisa-year";

/** A row on the screen, of what holds now or of what was delivered. */
export interface ShownRow {
  readonly key: string;
  readonly stream: string;
  readonly decisions: readonly { readonly number: string; readonly on: string }[];
  readonly allocations: readonly string[];
  readonly awarded: Cents;
  readonly before: Cents | null;
  readonly spent: Cents | null;
  readonly correction: Cents | null;
  readonly cumulative: Cents | null;
  readonly final: boolean | null;
  readonly errors: Cents | null;
  readonly uncertainties: Cents | null;
  readonly note: string | null;
  readonly accepted: number;
  readonly needed: number;
}

export const shownNow = (row: SisaRow): ShownRow => ({
  key: row.key,
  stream: row.stream.code,
  decisions: row.decisions,
  allocations: row.allocations.map(({ number }) => number),
  awarded: row.awarded,
  before: row.measures?.before ?? null,
  spent: row.measures?.spent ?? null,
  correction: row.measures?.correction ?? null,
  cumulative: row.measures?.cumulative ?? null,
  ...row.answer,
  accepted: row.accepted,
  needed: row.needed,
});

export const shownDelivered = (row: DeliveredRow): ShownRow => row;

/** The sum of a column, or null when part of it is not known. */
export function knownSum(amounts: readonly (Cents | null)[]): Cents | null {
  let total = 0n;
  for (const one of amounts) {
    if (one === null) return null;
    total += one;
  }
  return total as Cents;
}

/** "OW|B-1+B-2": what stands behind the bar are the decisions. */
export const decisionsOfKey = (key: string): string => key.slice(key.indexOf("|") + 1).replaceAll("+", ", ");

/** 250 hundredths of a percent as "2,5%". */
export function shareText(hundredths: number, locale: "nl" | "en"): string {
  const [whole, part] = [Math.trunc(hundredths / 100), hundredths % 100];
  const digits = String(part).padStart(2, "0").replace(/0+$/, "");
  return `${whole}${digits === "" ? "" : `${locale === "nl" ? "," : "."}${digits}`}%`;
}

export const sisaPath = (programme: string, municipality?: string, year?: number): string => {
  const query = new URLSearchParams();
  if (municipality !== undefined) query.set("gemeente", municipality);
  if (year !== undefined) query.set("jaar", String(year));
  const asked = query.toString();
  return `/programma/${programme}/sisa${asked === "" ? "" : `?${asked}`}`;
};
