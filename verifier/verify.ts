import { INCLUSION_FORMAT } from "@/lib/domain/ledger/inclusion";
import { MANIFEST } from "@/lib/domain/proof/manifest";
import { parseJson } from "./check-checkpoint";
import { checkCheckpoints } from "./check-checkpoints";
import { checkInclusion } from "./check-inclusion";
import { checkPackage } from "./check-package";
import { Report, type Verdict } from "./finding";
import { Keys, keysAmong } from "./keys";
import type { Files, Platform } from "./platform";

/** Checks whatever was given: an export with its proof, the proof of an entry, one checkpoint or a folder of them. */
export async function verify(
  given: Files,
  brought: readonly Uint8Array[],
  platform: Platform,
): Promise<Verdict> {
  const files: Files = { names: given.names, read: (name) => given.read(name).catch(() => null) };
  const report = new Report();
  const keys = new Keys(await keysAmong(files), brought, platform);
  if (files.names.includes(MANIFEST)) await checkPackage(files, keys, report, platform);
  else await checkLoose(files, keys, report, platform);
  return report;
}

async function checkLoose(files: Files, keys: Keys, report: Report, platform: Platform): Promise<void> {
  const checkpoints: string[] = [];
  let other = 0;
  for (const name of files.names.filter((one) => one.endsWith(".json"))) {
    const bytes = await files.read(name);
    const value = bytes === null ? null : parseJson(bytes);
    const { format, publicKey } = (value ?? {}) as { format?: unknown; publicKey?: unknown };
    if (format === INCLUSION_FORMAT) {
      keys.learn(publicKey, platform);
      await checkInclusion(value as object, name, keys, report, platform);
      other += 1;
    } else checkpoints.push(name);
  }
  if (checkpoints.length > 0) await checkCheckpoints(files, checkpoints, keys, report, platform);
  else if (other === 0) report.says("nothing_to_check");
}
