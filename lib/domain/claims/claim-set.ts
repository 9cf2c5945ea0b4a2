import type { Cents } from "../money";
import type { Claim, ClaimLink, ClaimLinkKind } from "./claim";

/** Claims and their links, found by code. Every answer is in order of code, whatever order the rows came in. */
export type ClaimSet = {
  readonly all: readonly Claim[];
  readonly links: readonly ClaimLink[];
  find(code: string): Claim | null;
  /** The claim a computation rests on; that it is missing is a bug in the data, not a question for the reader. */
  need(code: string): Claim;
  needAmount(code: string): Cents;
  /** The claims that point at this one. */
  linkedTo(code: string, kind: ClaimLinkKind): Claim[];
};

const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

export function claimSet(claims: readonly Claim[], links: readonly ClaimLink[] = []): ClaimSet {
  const all = [...claims].sort(byCode);
  const index = new Map(all.map((claim) => [claim.code, claim]));
  if (index.size !== all.length) throw new Error("two claims have the same code");
  const need = (code: string) => {
    const claim = index.get(code);
    if (claim === undefined) throw new Error(`claim ${code} is missing`);
    return claim;
  };
  return {
    all,
    links,
    find: (code) => index.get(code) ?? null,
    need,
    needAmount(code) {
      const { amount } = need(code);
      if (amount === null) throw new Error(`claim ${code} has no amount`);
      return amount;
    },
    linkedTo: (code, kind) =>
      links
        .filter((link) => link.to === code && link.kind === kind)
        .flatMap((link) => index.get(link.from) ?? [])
        .sort(byCode),
  };
}
