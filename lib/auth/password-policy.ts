import "server-only";
import list from "./data/common-passwords.json";

export const SHORTEST_PASSWORD = 12;

let common: ReadonlySet<string> | undefined;
const isCommon = (word: string) => (common ??= new Set(list.words.split(" "))).has(word);

const LOOKALIKES: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** The word somebody started from: "W@chtw00rd2026!!" is "wachtwoord". */
function core(text: string): string {
  const bare = text.replace(/^[^a-z@$]+|[^a-z@$]+$/g, "");
  return [...bare].map((one) => LOOKALIKES[one] ?? one).join("");
}

/** "abcabcabcabc" is "abc". */
const unit = (text: string): string => /^(.+?)\1+$/s.exec(text)?.[1] ?? text;

/** Counting up or down, or the same key again, nearly all the way. */
function isRun(text: string): boolean {
  const codes = [...text].map((one) => one.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => Math.abs(code - (codes[index] ?? 0)));
  return steps.filter((step) => step <= 1 || step === 9).length >= steps.length * 0.8;
}

function isGuessable(text: string): boolean {
  const once = unit(text);
  const words = [text, once, core(text), core(once)];
  return isRun(text) || [...once].length < 5 || words.some((word) => isCommon(word));
}

/** What is left when the words that everyone knows about somebody are taken out. */
function withoutKnown(text: string, known: readonly string[]): string {
  const words = known.flatMap((one) => one.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return words.filter((word) => word.length >= 4).reduce((rest, word) => rest.replaceAll(word, ""), text);
}

/**
 * Length and guessability, as NIST SP 800-63B asks, and no rules about kinds of characters.
 * @param known what everyone knows: the person's name and e-mail address
 */
export function passwordProblem(password: string, known: readonly string[]): "short" | "common" | null {
  const text = password.normalize("NFKC").toLowerCase();
  if ([...text].length < SHORTEST_PASSWORD) return "short";
  if (isGuessable(text)) return "common";
  return [...withoutKnown(text, [...known, "geldstroom"])].length < 8 ? "common" : null;
}
