import type { CheckedAccount } from "@/lib/domain/ledger/verify";
import { Prisma } from "../generated/client";
import type { Snapshot } from "./snapshot";

/** From here on the high half of an id makes more than a number can hold exactly. */
const TOO_HIGH = 2 ** 21;

/** An account with its key as the content of an entry has it. */
export interface RawAccount extends CheckedAccount {
  readonly field: Uint8Array;
}

/** A number finds its account several times as fast as a bigint does; an id that is too large for one stays what it is. */
function idAt(view: DataView, at: number): number | bigint {
  const high = view.getInt32(at);
  return high >= 0 && high < TOO_HIGH ? high * 2 ** 32 + view.getUint32(at + 4) : view.getBigInt64(at);
}

/** The accounts of a programme by id; whether a key says what its account is, `accountProblem` judges. */
export class RawAccounts {
  readonly #known = new Map<number | bigint, RawAccount>();

  add(id: bigint, key: string): RawAccount {
    const [book = ""] = key.split("|", 1);
    const account = { id: id.toString(), key, book, field: Buffer.from(`${Buffer.byteLength(key)}:${key},`) };
    const stored = new DataView(new ArrayBuffer(8));
    stored.setBigInt64(0, id);
    this.#known.set(idAt(stored, 0), account);
    return account;
  }

  /** The account whose id stands here, in eight bytes; one without a key when the programme does not have it. */
  at(view: DataView, at: number): RawAccount {
    const id = idAt(view, at);
    return this.#known.get(id) ?? this.add(BigInt(id), "");
  }
}

export async function readRawAccounts(snapshot: Snapshot, programmeId: string): Promise<RawAccounts> {
  const accounts = new RawAccounts();
  const query = Prisma.sql`SELECT id::text AS id, key FROM account WHERE programme_id = ${programmeId}::uuid`;
  for await (const rows of snapshot.batches<{ id: string; key: string }>(query))
    for (const { id, key } of rows) accounts.add(BigInt(id), key);
  return accounts;
}
