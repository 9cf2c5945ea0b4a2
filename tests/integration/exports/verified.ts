import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Finding } from "@/verifier/finding";

export interface Answer {
  /** What the program ended with: 0, 1 or 2. */
  readonly code: number;
  readonly findings: readonly Finding[];
  readonly notes: readonly { readonly code: string; readonly facts?: Readonly<Record<string, string>> }[];
}

/** Asks the program that everybody gets, as an auditor does: in a process of its own, without this code. */
export async function verified(path: string, ...more: readonly string[]): Promise<Answer> {
  const { code, stdout } = await new Promise<{ code: number; stdout: string }>((done) => {
    execFile(
      process.execPath,
      [join(process.cwd(), "public/geldstroom-verify.mjs"), path, "--json", ...more],
      { env: { NODE_ENV: "production" }, maxBuffer: 64 * 1024 * 1024 },
      (error, text) => done({ code: error === null ? 0 : Number(error.code), stdout: text }),
    );
  });
  return { findings: [], notes: [], ...(stdout === "" ? {} : (JSON.parse(stdout) as Answer)), code };
}

/** Changes a text file on disk. */
export async function rewrite(path: string, changed: (text: string) => string): Promise<void> {
  const was = await readFile(path, "utf8");
  const is = changed(was);
  if (is === was) throw new Error(`${path} would stay as it is`);
  await writeFile(path, is);
}
