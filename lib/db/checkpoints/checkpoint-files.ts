import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type Consistency,
  checkpointFile,
  checkpointFileName,
  readCheckpointFile,
  type SignedCheckpoint,
} from "@/lib/domain/ledger/checkpoint";
import type { Problem } from "@/lib/domain/ledger/verify";
import type { PublishedKey } from "./public-keys";

export interface CheckpointFiles {
  readonly found: readonly { readonly checkpoint: SignedCheckpoint; readonly where: string }[];
  /** Files in the folder that should be a checkpoint and are not. */
  readonly unreadable: readonly Problem[];
}

/** The checkpoints that were written outside the database. */
export async function readCheckpointFiles(folder: string): Promise<CheckpointFiles> {
  const found: { checkpoint: SignedCheckpoint; where: string }[] = [];
  const unreadable: Problem[] = [];
  for (const name of (await readdir(folder)).filter((one) => one.endsWith(".json")).sort()) {
    const checkpoint = readCheckpointFile(await readFile(join(folder, name), "utf8"));
    if (checkpoint === null)
      unreadable.push({ code: "checkpoint_file", seq: null, detail: `${name} is not a checkpoint` });
    else found.push({ checkpoint, where: name });
  }
  return { found, unreadable };
}

/** Whole or not at all: a reader never sees half a file. */
async function writeWhole(path: string, content: string): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  await writeFile(draft, content);
  await rename(draft, path);
}

/** Writes the checkpoint and, beside it, the public key that checks it. @returns the path of the checkpoint. */
export async function writeCheckpoint(
  folder: string,
  programme: string,
  checkpoint: SignedCheckpoint,
  consistency: Consistency | null,
  { id, pem }: PublishedKey,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, checkpointFileName(programme, checkpoint.size));
  await writeWhole(join(folder, `${id}.pub.pem`), pem);
  await writeWhole(path, checkpointFile(programme, checkpoint, consistency));
  return path;
}
