import { MANIFEST, type Manifest, readManifest, readSignature, SIGNATURE } from "@/lib/domain/proof/manifest";
import { type OpenCheckpoint, openCheckpoint, parseJson } from "./check-checkpoint";
import { checkJournal } from "./check-journal";
import { checkTable } from "./check-table";
import type { Report } from "./finding";
import type { Keys } from "./keys";
import { type Files, type Platform, textOf } from "./platform";

/** An export with its proof, or a whole audit package: everything is held against the manifest, and that against its signature. */
export async function checkPackage(
  files: Files,
  keys: Keys,
  report: Report,
  platform: Platform,
): Promise<void> {
  const bytes = await files.read(MANIFEST);
  const manifest = bytes === null ? null : readManifest(textOf(bytes));
  if (bytes === null || manifest === null) {
    report.says("file_unreadable", { file: MANIFEST });
    return;
  }
  await checkSignature(bytes, files, keys, report, platform);
  const altered = await checkFiles(files, manifest, report, platform);
  for (const table of manifest.tables) await checkTable(files, table, altered, report, platform);
  const { journal } = manifest;
  if (journal !== null) {
    const opened = await checkpointOf(files, manifest, keys, report, platform);
    const checkpoint = opened?.checkpoint ?? null;
    await checkJournal(files, altered, { manifest, record: journal, checkpoint, report, platform });
  }
  report.knows("known_at", { at: manifest.knownAt, what: manifest.what, programme: manifest.programme.code });
  if (manifest.practice) report.knows("practice");
}

async function checkSignature(
  bytes: Uint8Array,
  files: Files,
  keys: Keys,
  report: Report,
  platform: Platform,
): Promise<void> {
  const signed = await files.read(SIGNATURE);
  const said = signed === null ? null : readSignature(textOf(signed));
  if (said === null) {
    report.says("manifest_unsigned", { file: MANIFEST });
    return;
  }
  const facts = { key: said.keyId };
  switch (await keys.state(said.keyId, bytes, said.signature, platform)) {
    case "invalid":
      report.says("manifest_altered", { file: MANIFEST, facts });
      break;
    case "untrusted":
      report.says("key_not_trusted", { file: SIGNATURE, facts });
      break;
    case "missing":
      report.says("key_missing", { file: SIGNATURE, facts });
      break;
    case "unchecked":
      report.says("signature_unchecked", { file: SIGNATURE });
      break;
    case "valid":
      report.knows(keys.brought ? "signed_by" : "key_from_package", facts);
  }
}

/** Whose bytes are not what they were. Files of rows are looked into later, so that the row can be named. */
async function checkFiles(
  files: Files,
  { files: records, tables, journal }: Manifest,
  report: Report,
  { digests }: Platform,
): Promise<ReadonlySet<string>> {
  const altered = new Set<string>();
  const lookedInto = new Set([
    ...tables.map(({ path }) => path),
    ...(journal === null ? [] : [journal.path]),
  ]);
  for (const { path, sha256 } of records) {
    const bytes = await files.read(path);
    if (bytes === null)
      report.says(files.names.includes(path) ? "file_unreadable" : "file_missing", { file: path });
    else if (digests.toHex(digests.sha256(bytes)) !== sha256) {
      altered.add(path);
      if (!lookedInto.has(path)) report.says("file_altered", { file: path });
    }
  }
  const known = new Set([...records.map(({ path }) => path), MANIFEST, SIGNATURE]);
  for (const name of files.names) if (!known.has(name)) report.says("file_unexpected", { file: name });
  report.knows("files_checked", { files: String(records.length) });
  return altered;
}

async function checkpointOf(
  files: Files,
  { journal, programme }: Manifest,
  keys: Keys,
  report: Report,
  platform: Platform,
): Promise<OpenCheckpoint | null> {
  const file = journal?.checkpoint ?? null;
  if (file === null) return null;
  const bytes = await files.read(file);
  if (bytes === null) {
    report.says("checkpoint_missing", { file });
    return null;
  }
  const opened = await openCheckpoint(parseJson(bytes), file, keys, report, platform);
  if (opened !== null && opened.checkpoint.programmeId !== programme.id) {
    report.says("checkpoint_programme", { file });
    return null;
  }
  return opened;
}
