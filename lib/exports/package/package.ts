import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  MANIFEST,
  type ManifestSignature,
  SIGNATURE,
  writeManifest,
  writeSignature,
} from "@/lib/domain/proof/manifest";
import { REPORT_CHECKS } from "@/lib/domain/reports/report-checks";
import { SOFTWARE } from "@/lib/domain/version";
import { Sealer } from "@/lib/files/sealer";
import { type ZipEntry, zip } from "@/lib/files/zip";
import type { Collected, PackagePlan } from "./plan";
import { readmeText } from "./readme";

/** What checks the package, in the package itself. */
const VERIFIERS = ["geldstroom-verify.mjs", "geldstroom-verify.html"] as const;

const inPublic = (name: string) => readFile(join(process.cwd(), "public", name));

/** Files with what proves them, in one zip that is made while it is read. The same question gives the same bytes. */
export async function* packaged(plan: PackagePlan): AsyncGenerator<Uint8Array> {
  const sealer = new Sealer();
  try {
    yield* zip(entriesOf(plan, sealer));
  } finally {
    await sealer.end();
  }
}

async function* entriesOf(plan: PackagePlan, sealer: Sealer): AsyncGenerator<ZipEntry> {
  const { base, parts, signer } = plan;
  const collected: Collected = { tables: [], journal: null };
  const inFolder = ({ path, data }: ZipEntry): ZipEntry => ({ path: `${base}/${path}`, data });
  for (const part of parts) for await (const entry of part(sealer, collected)) yield inFolder(entry);
  yield inFolder(sealer.file("LEESMIJ.txt", [await readmeText(plan, collected)]));
  for (const name of VERIFIERS) yield inFolder(sealer.file(name, [await inPublic(name)]));
  const key = signer && `${signer.keyId}.pub.pem`;
  if (key !== null && !sealer.files.some(({ path }) => path === key))
    yield inFolder(sealer.file(key, [signer?.pem ?? ""]));
  const manifest = Buffer.from(manifestOf(plan, sealer, collected));
  yield inFolder({ path: MANIFEST, data: [manifest] });
  if (signer === null) return;
  const signature: ManifestSignature = { keyId: signer.keyId, signature: signer.sign(manifest) };
  yield inFolder({ path: SIGNATURE, data: [writeSignature(signature)] });
}

function manifestOf(
  { programme, asked, what, validOn, knownAt }: PackagePlan,
  sealer: Sealer,
  { tables, journal }: Collected,
): string {
  const { locale, params } = asked;
  const question = Object.entries(params)
    // The two dates are said by themselves, exactly; the page of a list is not part of the question.
    .filter(([name, value]) => value && !["geldig", "bekend", "pagina"].includes(name))
    .map(([name, value]) => [name, [value].flat().join(" ")] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return writeManifest({
    software: SOFTWARE,
    programme: {
      id: programme.id,
      code: programme.code,
      name: locale === "en" ? programme.nameEn : programme.nameNl,
    },
    practice: programme.isPractice,
    what,
    question: Object.fromEntries(question),
    validOn,
    knownAt,
    language: locale,
    rules: Object.fromEntries(REPORT_CHECKS.map(({ code, version }) => [code, version])),
    tables,
    journal,
    files: sealer.files,
  });
}
