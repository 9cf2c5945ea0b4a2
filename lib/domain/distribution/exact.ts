/** Values are kept to six decimals: more than any published indicator has. */
const DECIMALS = 6;
export const UNIT = 10n ** BigInt(DECIMALS);

const PLAIN = /^(\d{1,15})(?:\.(\d{1,6}))?$/;

/** A stored value such as "1250.5" in millionths. @throws RangeError for anything else. */
export function millionths(text: string): bigint {
  const [, whole, fraction = ""] = PLAIN.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`not a stored value: ${text}`);
  return BigInt(whole) * UNIT + BigInt(fraction.padEnd(DECIMALS, "0"));
}

export type ValueReading =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: "empty" | "negative" | "ambiguous" | "english" | "unreadable" };

const DUTCH = /^(\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,(\d{1,6}))?$/;

/**
 * A count or weight as people in the Netherlands write it: "1.250", "1250,5". "1,250" may be two numbers and is refused.
 * The value comes back as plain decimal text without zeros that say nothing; it never passes through a float.
 */
export function readValue(typed: string): ValueReading {
  const bare = typed.replace(/[\s\u00a0\u202f]/g, "");
  if (bare === "") return { ok: false, problem: "empty" };
  if (/^[-\u2212]/.test(bare)) return { ok: false, problem: "negative" };
  if (/^\d{1,3},\d{3}$/.test(bare)) return { ok: false, problem: "ambiguous" };
  const [, whole, fraction = ""] = DUTCH.exec(bare) ?? [];
  if (whole !== undefined) {
    const decimals = fraction.replace(/0+$/, "");
    const units = BigInt(whole.replaceAll(".", "")).toString();
    return { ok: true, value: decimals === "" ? units : `${units}.${decimals}` };
  }
  return { ok: false, problem: /^\d[\d,]*\.\d+$/.test(bare) ? "english" : "unreadable" };
}
