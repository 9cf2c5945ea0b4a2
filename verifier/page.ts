import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { good, type Note, type Verdict } from "./finding";
import { readPem } from "./keys";
import { type Files, type Platform, textOf, withoutFolder } from "./platform";
import { isZip, unzip } from "./unzip";
import { verify } from "./verify";
import type { Language } from "./wording";
import { counted, findingText, noteText, said } from "./words";

const encoder = new TextEncoder();

const PLATFORM: Platform = {
  // The one of the browser cannot be asked a million times without waiting each time.
  digests: {
    sha256: (bytes) => sha256(bytes),
    sha256Hex: (text) => bytesToHex(sha256(encoder.encode(text))),
    toHex: bytesToHex,
    fromHex: hexToBytes,
  },
  verifies: async (spki, message, signature) => {
    try {
      const key = await crypto.subtle.importKey("spki", Uint8Array.from(spki), "Ed25519", false, ["verify"]);
      return await crypto.subtle.verify("Ed25519", key, Uint8Array.from(signature), Uint8Array.from(message));
    } catch {
      return null;
    }
  },
};

async function filesOf(given: readonly File[]): Promise<Files> {
  const [first] = given;
  if (given.length === 1 && first !== undefined) {
    const bytes = new Uint8Array(await first.arrayBuffer());
    if (isZip(bytes)) return unzip(bytes);
  }
  const paths = given.map((file) => file.webkitRelativePath || file.name);
  const { prefix } = withoutFolder(paths);
  const byName = new Map(given.map((file, index) => [(paths[index] ?? "").slice(prefix.length), file]));
  return {
    names: [...byName.keys()],
    read: async (name) => {
      const file = byName.get(name);
      return file === undefined ? null : new Uint8Array(await file.arrayBuffer());
    },
  };
}

const element = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
const chosenIn = (id: string): Iterable<File> => (element(id) as HTMLInputElement).files ?? [];
const language = (): Language => (document.documentElement.lang === "en" ? "en" : "nl");

/** Notes about what was found right; the others say what to know. */
const CHECKED: ReadonlySet<Note["code"]> = new Set([
  "signed_by",
  "checkpoint_signed",
  "rows_checked",
  "entries_checked",
  "files_checked",
  "checkpoints_checked",
  "entry_included",
]);

const BUSY = { nl: "Bezig met controleren…", en: "Checking…" } as const;
let last: { readonly verdict: Verdict } | { readonly error: string } | null = null;

function line(text: string, look: string): HTMLLIElement {
  const item = document.createElement("li");
  item.textContent = text;
  item.className = look;
  return item;
}

function show(): void {
  const [verdictLine, list] = [element("oordeel"), element("lijst")];
  list.replaceChildren();
  if (last === null) return;
  if ("error" in last) {
    verdictLine.textContent = said(language(), "unread", { why: last.error });
    verdictLine.className = "bad";
    return;
  }
  const { verdict } = last;
  const right = good(verdict);
  verdictLine.textContent = right
    ? said(language(), "good")
    : said(language(), "bad", { count: counted(language(), verdict.findings.length) });
  verdictLine.className = right ? "good" : "bad";
  const shown = verdict.findings.slice(0, 200).map((one) => line(findingText(one, language()), "finding"));
  const notes = verdict.notes.map((one) =>
    line(noteText(one, language()), CHECKED.has(one.code) ? "note" : "aside"),
  );
  list.replaceChildren(...shown, ...notes);
}

async function check(given: readonly File[]): Promise<void> {
  if (given.length === 0) return;
  last = null;
  element("lijst").replaceChildren();
  element("oordeel").className = "";
  element("oordeel").textContent = BUSY[language()];
  // The words above are painted before the work begins.
  await new Promise((done) => setTimeout(done, 20));
  try {
    const keys: Uint8Array[] = [];
    for (const file of chosenIn("sleutel")) {
      const key = readPem(textOf(new Uint8Array(await file.arrayBuffer())));
      if (key === null) throw new Error(`${file.name}: PEM`);
      keys.push(key);
    }
    last = { verdict: await verify(await filesOf(given), keys, PLATFORM) };
  } catch (error) {
    last = { error: error instanceof Error ? error.message : String(error) };
  }
  show();
}

const again = () => check([...chosenIn("bestand"), ...chosenIn("map")]);
for (const id of ["bestand", "map", "sleutel"]) element(id).addEventListener("change", () => void again());

function speak(chosen: Language): void {
  document.documentElement.lang = chosen;
  document.title = element(chosen === "en" ? "titel-en" : "titel-nl").textContent ?? "";
  show();
}
for (const chosen of ["nl", "en"] as const) element(chosen).addEventListener("click", () => speak(chosen));
speak(/^en/i.test(navigator.language) ? "en" : "nl");
