declare const unit: unique symbol;

/** An exact amount in euro cents, the smallest unit of the ledger's single currency. */
export type Cents = bigint & { readonly [unit]: "cents" };

export const cents = (value: bigint): Cents => value as Cents;

export const sum = (amounts: readonly Cents[]): Cents =>
  cents(amounts.reduce((total, one) => total + one, 0n));

const DUTCH = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}|-))?$/;
const ENGLISH = /^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$|^\d+\.\d{1,2}$/;

export type AmountReading =
  | { readonly ok: true; readonly value: Cents }
  | {
      readonly ok: false;
      readonly problem: "empty" | "english" | "thousands" | "unreadable";
      readonly meant?: string;
    };

/**
 * Reads an amount as people in the Netherlands write it: "1.250,5", "€ 1.250,50", "1250", "1.250,-", "(1.250,00)",
 * "1.250,00-". English notation is refused with what was probably meant; "1,460" could be two amounts and is
 * refused too. Text never passes through a float.
 */
export function readAmount(text: string): AmountReading {
  const bare = text
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace(/^€|€$/g, "")
    .replaceAll("\u2212", "-");
  if (bare === "") return { ok: false, problem: "empty" };
  const bracketed = /^\((.*)\)$/.exec(bare);
  const negative = bracketed !== null || bare.startsWith("-") || /\d-$/.test(bare);
  const digits = (bracketed?.[1] ?? bare)
    .replace(/^-/, "")
    .replace(/^€/, "")
    .replace(/(\d)-$/, "$1");
  const [, whole, fraction = ""] = DUTCH.exec(digits) ?? [];
  if (whole !== undefined) {
    const value = BigInt(whole.replaceAll(".", "") + (fraction === "-" ? "" : fraction).padEnd(2, "0"));
    return { ok: true, value: cents(negative ? -value : value) };
  }
  if (/^\d{1,3},\d{3}$/.test(digits))
    return { ok: false, problem: "thousands", meant: digits.replace(",", ".") };
  if (ENGLISH.test(digits)) {
    const [units = "", part = "00"] = digits.split(".");
    return { ok: false, problem: "english", meant: `${units.replaceAll(",", ".")},${part.padEnd(2, "0")}` };
  }
  return { ok: false, problem: "unreadable" };
}

/** The amount in cents, or null for anything empty or ambiguous. */
export function parseCents(text: string): Cents | null {
  const reading = readAmount(text);
  return reading.ok ? reading.value : null;
}
