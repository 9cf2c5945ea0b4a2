import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { NAMESPACES } from "@/i18n/namespaces";
import { LOCALES, type Locale } from "@/lib/views/locale";
import { messageUses } from "./message-uses";

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path: string): Array<[string, string]> {
  return Object.entries(tree).flatMap(([key, value]): Array<[string, string]> => {
    const full = `${path}.${key}`;
    return typeof value === "string" ? [[full, value]] : leaves(value, full);
  });
}

function messages(locale: Locale): Map<string, string> {
  return new Map(
    NAMESPACES.flatMap((namespace) => {
      const path = `messages/${locale}/${namespace}.json`;
      return existsSync(path) ? leaves(JSON.parse(readFileSync(path, "utf8")) as Tree, namespace) : [];
    }),
  );
}

const nl = messages("nl");
const en = messages("en");
const uses = messageUses(NAMESPACES);

/** Words that are the same in both languages, or names. Anything else that is equal was forgotten. */
const SAME = new Set([
  "{title} - Geldstroom",
  "{said}: {count} redenen",
  "Geldstroom",
  "Status",
  "Type",
  "Programma",
  "auditor",
  "budget",
  "concept",
  "overlap",
  "account",
  "tranche",
  "Tranche",
  "Hash",
  "CSV",
  "XLSX",
  "Export",
  "Filter",
]);

const wordless = (text: string) => !/\p{L}{2}/u.test(text.replace(/\{[^}]*\}|<[^>]*>/g, ""));
const holes = (text: string) =>
  new Set([...text.matchAll(/\{(\w+)[,}]|<(\w+)>/g)].map((match) => match[1] ?? `<${match[2]}>`));

describe("the messages", () => {
  it("stand in one file for each namespace, in both languages, and in no other", () => {
    for (const locale of LOCALES) {
      const files = readdirSync(`messages/${locale}`).map((name) => name.replace(/\.json$/, ""));
      expect(files.sort(), locale).toEqual([...NAMESPACES].sort());
    }
  });

  it("have the same keys in both languages", () => {
    expect(
      [...nl.keys()].filter((key) => !en.has(key)),
      "missing in English",
    ).toEqual([]);
    expect(
      [...en.keys()].filter((key) => !nl.has(key)),
      "missing in Dutch",
    ).toEqual([]);
  });

  it("are translated", () => {
    const equal = [...nl].filter(([key, text]) => en.get(key) === text && !SAME.has(text) && !wordless(text));
    expect(equal).toEqual([]);
  });

  it("have the same placeholders in both languages", () => {
    for (const [key, text] of nl) expect(holes(en.get(key) ?? ""), key).toEqual(holes(text));
  });

  it("use the curly apostrophe, because a straight one hides the placeholder behind it, and no exclamation marks", () => {
    const wrong = [...nl, ...en].filter(([, text]) => /['!]/.test(text));
    expect(wrong).toEqual([]);
  });
});

/** Whether a key is asked for: by name, by template, by a variable whose value is a word in the sources, or as data. */
function isUsed(key: string): boolean {
  if (uses.words.has(key) || uses.templates.some((pattern) => pattern.test(key))) return true;
  return uses.calls.some(({ key: asked, pattern, namespace }) => {
    if (asked !== null) return asked === key;
    if (pattern !== null) return pattern.test(key) && (namespace !== "" || fromData(key));
    return (
      namespace !== "" && key.startsWith(`${namespace}.`) && uses.words.has(key.slice(namespace.length + 1))
    );
  });
}

/** `${code}.message` with a code that stands somewhere in the sources. */
const fromData = (key: string) => uses.words.has(key.slice(0, key.lastIndexOf(".")));

describe("the sources", () => {
  it("ask for no message that does not exist", () => {
    const exists = (key: string) =>
      nl.has(key) || [...nl.keys()].some((known) => known.startsWith(`${key}.`));
    const missing = uses.calls.filter(({ key, pattern }) => {
      if (key !== null) return !exists(key);
      return pattern !== null && ![...nl.keys()].some((known) => pattern.test(known));
    });
    expect(missing.map(({ file, key, pattern }) => `${file}: ${key ?? pattern}`)).toEqual([]);
  });

  it("ask for every message that exists", () => {
    expect([...nl.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });
});
