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
  "open",
  "Scenario",
  "scenario {name}",
  "Instrument",
  "Tranches",
  "Claims",
  "Browser",
  "Details",
  "Claim",
  "claim",
  "Code",
  "Project",
  "SiSa",
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

/** The key within a namespace; null when it is of another. */
function within(key: string, namespace: string): string | null {
  if (namespace === "") return key;
  return key.startsWith(`${namespace}.`) ? key.slice(namespace.length + 1) : null;
}

/** `${code}.message` with a code that stands somewhere in the sources. */
const fromData = (key: string) => uses.words.has(key.slice(0, key.lastIndexOf(".")));

/** Whether a key is asked for: by name, by template, by a variable whose value is a word in the sources, or as data. */
function isUsed(key: string): boolean {
  if (uses.words.has(key) || uses.templates.some((pattern) => pattern.test(key))) return true;
  return uses.calls.some(({ asked, namespaces }) =>
    namespaces.some((namespace) => {
      const rest = within(key, namespace);
      if (rest === null) return false;
      if (typeof asked === "string") return asked === rest;
      if (asked !== null) return asked.test(rest) && (namespace !== "" || fromData(key));
      return namespace !== "" && uses.words.has(rest);
    }),
  );
}

/** `${code}.message`: which keys it stands for is only known where the code is written. */
const isOpen = (asked: string | RegExp) => asked instanceof RegExp && asked.source.startsWith("^[^|]+");

describe("the sources", () => {
  it("ask for no message that does not exist", () => {
    const known = [...nl.keys()];
    const exists = (asked: string | RegExp, namespace: string) =>
      known.some((key) => {
        const rest = within(key, namespace);
        if (rest === null) return false;
        return typeof asked === "string" ? rest === asked || rest.startsWith(`${asked}.`) : asked.test(rest);
      });
    const missing = uses.calls.filter(
      ({ asked, namespaces }) =>
        asked !== null && !isOpen(asked) && !namespaces.some((namespace) => exists(asked, namespace)),
    );
    expect(
      missing.map(({ file, asked, namespaces }) => `${file}: ${String(asked)} in ${namespaces.join(", ")}`),
    ).toEqual([]);
  });

  it("ask for every message that exists", () => {
    expect([...nl.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });
});
