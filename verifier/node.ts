import { createHash, createPublicKey, verify as verifySignature } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { good } from "./finding";
import { readPem } from "./keys";
import { type Files, type Platform, textOf, withoutFolder } from "./platform";
import { isZip, unzip } from "./unzip";
import { verify } from "./verify";
import type { Language } from "./wording";
import { counted, findingText, noteText, said } from "./words";

const sha = (content: Uint8Array | string) => createHash("sha256").update(content);
const PLATFORM: Platform = {
  digests: {
    sha256: (bytes) => sha(bytes).digest(),
    sha256Hex: (text) => sha(text).digest("hex"),
    toHex: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex"),
    fromHex: (text) => Buffer.from(text, "hex"),
  },
  verifies: async (spki, message, signature) => {
    const key = createPublicKey({ key: Buffer.from(spki), format: "der", type: "spki" });
    return key.asymmetricKeyType === "ed25519" && verifySignature(null, message, key, signature);
  },
};

const USAGE = `node geldstroom-verify.mjs BESTAND|MAP|ZIP [--key SLEUTEL.pem] [--lang nl|en] [--json]
  Controleert een export met bewijs, een controlepakket, het bewijs van een post of controlepunten.
  Checks an export with proof, an audit package, the proof of an entry or checkpoints.
  0: in orde / all is well   1: niet in orde / not well   2: niet te controleren / could not be checked`;

const MOST = 50;

async function filesAt(path: string): Promise<Files> {
  if ((await stat(path)).isDirectory()) return folder(path);
  const bytes = await readFile(path);
  if (isZip(bytes)) return unzip(bytes);
  // A file by itself, with the public keys that lie beside it.
  const beside = (await readdir(dirname(path))).filter((name) => name.endsWith(".pem"));
  const names = [basename(path), ...beside.filter((name) => name !== basename(path))];
  return reading(dirname(path), names);
}

async function folder(path: string): Promise<Files> {
  const names: string[] = [];
  for (const name of await readdir(path, { recursive: true }))
    if ((await stat(join(path, name))).isFile()) names.push(name.replaceAll("\\", "/"));
  names.sort();
  const { prefix } = withoutFolder(names);
  return reading(
    join(path, prefix),
    names.map((name) => name.slice(prefix.length)),
  );
}

const reading = (path: string, names: readonly string[]): Files => ({
  names,
  read: async (name) => (names.includes(name) ? readFile(join(path, name)) : null),
});

interface Asked {
  readonly path: string;
  readonly keys: readonly string[];
  readonly language: Language;
  readonly json: boolean;
}

function readArguments(given: readonly string[]): Asked | null {
  const [paths, keys]: [string[], string[]] = [[], []];
  let language: Language = /^en/i.test(process.env.LANG ?? "") ? "en" : "nl";
  let json = false;
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at] ?? "";
    if (word === "--json") json = true;
    else if (word === "--key" || word === "--lang") {
      at += 1;
      const value = given[at] ?? "";
      if (value === "" || (word === "--lang" && value !== "nl" && value !== "en")) return null;
      if (word === "--key") keys.push(value);
      else language = value as Language;
    } else if (word.startsWith("--")) return null;
    else paths.push(word);
  }
  const [path, ...more] = paths;
  return path === undefined || more.length > 0 ? null : { path, keys, language, json };
}

async function broughtKeys(paths: readonly string[]): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  for (const path of paths) {
    const key = readPem(textOf(await readFile(path)));
    if (key === null) throw new Error(`${path}: PEM`);
    found.push(key);
  }
  return found;
}

async function main(given: readonly string[]): Promise<number> {
  const asked = readArguments(given);
  if (asked === null) {
    console.error(USAGE);
    return 2;
  }
  const { language } = asked;
  try {
    const verdict = await verify(await filesAt(asked.path), await broughtKeys(asked.keys), PLATFORM);
    if (asked.json) console.log(JSON.stringify({ ok: good(verdict), ...verdict }, null, 2));
    else {
      for (const note of verdict.notes) console.log(`  ${noteText(note, language)}`);
      for (const finding of verdict.findings.slice(0, MOST))
        console.log(`! ${findingText(finding, language)}`);
      const more = verdict.findings.length - MOST;
      if (more > 0) console.log(`! ${said(language, "more", { count: counted(language, more) })}`);
      console.log(
        good(verdict)
          ? said(language, "good")
          : said(language, "bad", { count: counted(language, verdict.findings.length) }),
      );
    }
    if (verdict.findings.some(({ code }) => code === "nothing_to_check")) return 2;
    return good(verdict) ? 0 : 1;
  } catch (error) {
    console.error(said(language, "unread", { why: error instanceof Error ? error.message : String(error) }));
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
