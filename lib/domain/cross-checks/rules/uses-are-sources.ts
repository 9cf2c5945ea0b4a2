import { BOOK_OF, type Book as LedgerBook } from "../../ledger/journal";
import { type Cents, cents } from "../../money";
import { balanceOf, groupBy, type Position } from "../../reconciliation/positions";
import type { ProgrammeFacts } from "../facts";
import { NOWHERE, type Origin } from "../finding";
import { type Judged, judgeEach } from "../judged";

interface Book {
  readonly name: LedgerBook;
  readonly sources: (own: readonly Position[]) => Cents;
  readonly uses: (own: readonly Position[]) => Cents;
  readonly origins: readonly [Origin, Origin];
}

const BOOKS: readonly Book[] = [
  {
    name: "commitment",
    sources: (own) => balanceOf(own, "ceiling"),
    uses: (own) => balanceOf(own, "allocated", "unallocated"),
    origins: ["ceilings", "allocated_and_free"],
  },
  {
    name: "accountability",
    sources: (own) => balanceOf(own, "entitlement", "settled"),
    uses: (own) => balanceOf(own, "spent", "to_spend"),
    origins: ["awarded", "spent_and_left"],
  },
  {
    name: "cash",
    sources: (own) => cents(-balanceOf(own, "treasury")),
    uses: (own) => balanceOf(own, "advanced"),
    origins: ["treasury", "advanced"],
  },
];

/** X5: in each book of a tranche what it has is what it is used for: a ceiling is allocated or free, and so on. */
export function usesAreSources({ names, positions }: ProgrammeFacts): Judged {
  const tranches = [...groupBy(positions, ({ trancheId }) => trancheId)];
  const things = tranches.flatMap(([id, own]) => BOOKS.map((book) => ({ id, own, book })));
  return judgeEach(things, "no_ledger", ({ id, own, book }) => {
    if (own.every(({ kind }) => BOOK_OF[kind] !== book.name)) return "empty_book";
    const [source, target] = [book.sources(own), book.uses(own)];
    if (source === target) return "passed";
    const tranche = names.tranches.get(id);
    const stream = names.streams.get(tranche?.streamId ?? "");
    const at = { kind: "tree", id: `${stream?.code}.${tranche?.code}` } as const;
    return {
      thing: `${stream?.code}~${tranche?.code}~${book.name}`,
      problem: book.name,
      about: { name: `${stream?.name ?? ""}, ${tranche?.name ?? ""}`, at },
      place: { ...NOWHERE, streamId: tranche?.streamId ?? null },
      unit: "cents",
      source: { value: source, origin: book.origins[0], at },
      target: { value: target, origin: book.origins[1], at },
      facts: { off: { cents: cents(source - target) } },
    };
  });
}
