import { NotFound } from "@/lib/domain/refusal";
import type { Tx } from "../transaction";

const VERSION = { author: true } as const;
const WITH_KEY = {
  stream: { include: { ministries: { where: { role: "owner", validTo: null } } } },
  author: true,
  versions: { include: VERSION, orderBy: { version: "desc" } },
  runs: { include: { author: true, version: true, tranche: true }, orderBy: { createdAt: "desc" } },
} as const;
const loadKey = (tx: Tx, id: string) => tx.distributionKey.findUnique({ where: { id }, include: WITH_KEY });
export type KeyRow = NonNullable<Awaited<ReturnType<typeof loadKey>>>;

/** @throws NotFound when it is not there or not this programme's. */
export async function readKey(tx: Tx, programmeId: string, id: string): Promise<KeyRow> {
  const row = await loadKey(tx, id);
  if (row === null || row.programmeId !== programmeId) throw new NotFound(id);
  return row;
}

const WITH_RUN = {
  author: true,
  tranche: true,
  version: true,
  key: {
    include: {
      stream: {
        include: {
          ministries: { where: { role: "owner", validTo: null } },
          themes: { orderBy: { position: "asc" } },
        },
      },
    },
  },
} as const;
const loadRun = (tx: Tx, id: string) => tx.distributionRun.findUnique({ where: { id }, include: WITH_RUN });
export type RunRow = NonNullable<Awaited<ReturnType<typeof loadRun>>>;

/** @throws NotFound when it is not there or not this programme's. */
export async function readRun(tx: Tx, programmeId: string, id: string): Promise<RunRow> {
  const row = await loadRun(tx, id);
  if (row === null || row.key.programmeId !== programmeId) throw new NotFound(id);
  return row;
}

const loadInput = (tx: Tx, id: string) =>
  tx.distributionInput.findUnique({ where: { id }, include: { author: true, stream: true } });
export type InputRow = NonNullable<Awaited<ReturnType<typeof loadInput>>>;

/** @throws NotFound when it is not there or not this programme's. */
export async function readInput(tx: Tx, programmeId: string, id: string): Promise<InputRow> {
  const row = await loadInput(tx, id);
  if (row === null || row.programmeId !== programmeId) throw new NotFound(id);
  return row;
}
