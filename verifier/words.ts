import type { Finding, FindingCode, Note } from "./finding";
import type { Language } from "./wording";
import { NOTE_WORDS_EN, WORDS_EN } from "./words-en";
import { FIELD_WORDS, NOTE_WORDS_NL, WORDS_NL } from "./words-nl";

const filled = (words: string, facts: Readonly<Record<string, string | undefined>>): string =>
  words
    .replace(/\[([^\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, name = ""]) => (facts[name] ?? "") !== "") ? part : "",
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? "?");

/** "amountCents#2" as people say it: "bedrag van boeking 2". */
function columnWords(column: string, language: Language): string {
  const [field = "", posting] = column.split("#");
  const known = FIELD_WORDS[field]?.[language] ?? field;
  if (posting === undefined) return known;
  return language === "nl" ? `${known} van boeking ${posting}` : `${known} of posting ${posting}`;
}

/** The title of a column inside a sentence: "Post" becomes "post", "BCF" stays. */
const inSentence = (title: string) => title.replace(/^(\p{Lu})(?!\p{Lu})/u, (first) => first.toLowerCase());

const SUMS: ReadonlySet<FindingCode> = new Set(["sum_differs", "total_differs"]);

/** "-55000.01" as people read it: "€ −55.000,01". */
function amountText(text = "", language: Language): string {
  const [, sign = "", whole = "", rest = ""] = /^(-?)(\d+)\.(\d\d)$/.exec(text) ?? [];
  const [group, point] = language === "nl" ? [".", ","] : [",", "."];
  return `€\u00a0${sign && "−"}${whole.replace(/\B(?=(\d{3})+$)/g, group)}${point}${rest}`;
}

export function findingText({ code, file, row, entry, columns, facts }: Finding, language: Language): string {
  const words = (language === "nl" ? WORDS_NL : WORDS_EN)[code];
  const named = columns?.map((one) => columnWords(one, language)).join(", ");
  const text = filled(words, {
    ...facts,
    ...(SUMS.has(code) && { is: amountText(facts?.is, language), was: amountText(facts?.was, language) }),
    measure: columnWords(facts?.measure ?? "", language),
    subject: inSentence(columnWords(facts?.subject ?? "", language)),
    row: row?.toString(),
    entry,
    columns: named,
  });
  return file === undefined ? text : `${file}: ${text}`;
}

export function noteText({ code, facts = {} }: Note, language: Language): string {
  return filled((language === "nl" ? NOTE_WORDS_NL : NOTE_WORDS_EN)[code], facts);
}

export const VERDICT = {
  nl: {
    good: "IN ORDE: alles is zoals het is ondertekend.",
    bad: "NIET IN ORDE: {count}.",
    more: "en nog {count}",
    unread: "Dit is niet te controleren: {why}",
  },
  en: {
    good: "ALL IS WELL: everything is as it was signed.",
    bad: "NOT WELL: {count}.",
    more: "and {count} more",
    unread: "This cannot be checked: {why}",
  },
} as const;

const FINDINGS = { nl: ["bevinding", "bevindingen"], en: ["finding", "findings"] } as const;
export const counted = (language: Language, count: number): string =>
  `${count} ${FINDINGS[language][count === 1 ? 0 : 1]}`;

export const said = (language: Language, name: keyof (typeof VERDICT)["nl"], facts = {}): string =>
  filled(VERDICT[language][name], facts);
