import { type AccountKind, BOOK_OF } from "./journal";
import type { Problem } from "./verify";

/** What the postings of one account come to. */
export interface AccountSum {
  cents: bigint;
  postings: number;
  firstSeq: bigint;
}

/** An account and its kept balance as they are stored, everything as text. */
export interface StoredAccount {
  readonly id: string;
  readonly book: string;
  readonly kind: AccountKind;
  readonly streamId: string;
  readonly trancheId: string;
  readonly themeId: string | null;
  readonly municipalityId: string | null;
  readonly areaId: string | null;
  readonly year: string | null;
  readonly vatBasis: string;
  readonly key: string;
  /** Null when the account has no balance row. */
  readonly balance: {
    readonly programmeId: string;
    readonly municipalityId: string | null;
    readonly cents: string;
    readonly postings: string;
    readonly floor: string | null;
  } | null;
}

const trueKey = (a: StoredAccount) =>
  [
    a.book,
    a.kind,
    a.streamId,
    a.trancheId,
    a.themeId ?? "-",
    a.municipalityId ?? "-",
    a.areaId ?? "-",
    a.year ?? "-",
    a.vatBasis,
  ].join("|");

const FLOORLESS: readonly AccountKind[] = ["ceiling", "entitlement", "treasury", "settled"];
const floorOf = (kind: AccountKind) => (FLOORLESS.includes(kind) ? null : "0");

/** Whether an account is what its key says and its kept balance what its postings come to. */
export function accountProblem(
  programmeId: string,
  account: StoredAccount,
  sum: AccountSum | undefined,
): Problem | null {
  const { id, key, kind, book, balance } = account;
  const seq = sum?.firstSeq ?? null;
  const says = (code: Problem["code"], detail: string): Problem => ({
    code,
    seq,
    detail: `account ${id} ${detail}`,
  });
  if (key !== trueKey(account)) return says("account_key", "has a key that is not true to its columns");
  if (book !== BOOK_OF[kind]) return says("account_key", `is of kind ${kind} in book ${book}`);
  if (balance === null) return says("balance", "has no balance");
  if (balance.cents !== String(sum?.cents ?? 0n))
    return says("balance", `has balance ${balance.cents}, its postings come to ${sum?.cents ?? 0n}`);
  if (balance.postings !== String(sum?.postings ?? 0))
    return says("balance", `counts ${balance.postings} postings and has ${sum?.postings ?? 0}`);
  if (balance.floor !== floorOf(kind)) return says("balance", `has floor ${balance.floor ?? "none"}`);
  if (balance.programmeId !== programmeId || balance.municipalityId !== account.municipalityId) {
    return says("balance", "has a balance that belongs to another programme or municipality");
  }
  return null;
}
