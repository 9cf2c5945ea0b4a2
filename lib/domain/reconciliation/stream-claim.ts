import type { Earmark } from "../claims/flow";
import { type Cents, cents } from "../money";
import { type Difference, difference, type Item } from "./difference";
import type { HeadlinePart } from "./headline";
import { linesOf, type Movements } from "./selector";
import type { TreeStructure } from "./tree-input";

interface Claimed {
  readonly stream: TreeStructure["streams"][number];
  readonly part: HeadlinePart | null;
  readonly claimed: Cents;
  /** What was published less the ceilings; cents. */
  readonly left: Cents;
  readonly own: Movements;
}

/**
 * Why the ceilings of a stream are not what was published: its own norm gives less, part of a national sum lands outside
 * the areas, or it is simply not set yet.
 */
export function claimDifferences({ stream, part, claimed, left, own }: Claimed): Difference[] {
  if (left === 0n) return [];
  const claim = claimItem(stream, part);
  const set = own.positions.some(({ kind }) => kind === "ceiling");
  const ceilings =
    part === null || !set
      ? []
      : stream.tranches.map(({ id }) =>
          linesOf({ streamId: stream.id, trancheId: id, areaId: null }, { ceiling: 1 }),
        );
  if (left < 0n)
    return [{ ...difference("ceiling_above_claim", left, { items: claim(claimed) }), lines: ceilings }];
  const [norm, outside] = namedParts(stream, part, { claimed, left });
  const rest = cents(left - (norm?.amount ?? 0n) - (outside?.amount ?? 0n));
  return [
    ...(norm === null ? [] : [norm]),
    ...(outside === null ? [] : [outside]),
    ...(rest === 0n
      ? []
      : [
          {
            ...difference("not_set_as_ceiling", rest, { items: claim(cents(rest + claimed - left)) }),
            lines: ceilings,
          },
        ]),
  ];
}

const claimItem =
  ({ name }: Claimed["stream"], part: HeadlinePart | null) =>
  (amount: Cents): Item[] =>
    part === null ? [] : [{ is: "claim", claim: part.claim.code, name, amount }];

function namedParts(
  stream: Claimed["stream"],
  part: HeadlinePart | null,
  { claimed, left }: Pick<Claimed, "claimed" | "left">,
): readonly [Difference | null, Difference | null] {
  const norm = normDifference(stream, part, { claimed, left });
  const outside = outsideDifference(stream, part, { claimed, left: cents(left - (norm?.amount ?? 0n)) });
  return [norm, outside];
}

/** "30.000 homes at € 1.460" is not the amount that was published beside it. */
function normDifference(
  stream: Claimed["stream"],
  part: HeadlinePart | null,
  { claimed, left }: Pick<Claimed, "claimed" | "left">,
): Difference | null {
  if (part === null || part.norm === null) return null;
  const short = cents(claimed - part.norm.amount);
  if (short <= 0n || short > left) return null;
  const { amount, ...norm } = part.norm;
  return difference("norm_versus_ceiling", short, {
    items: [
      ...claimItem(stream, part)(claimed),
      { is: "norm", claim: part.claim.code, ...norm, amount: cents(-amount) },
    ],
  });
}

const SHARED: readonly Earmark[] = ["priority", "share_of_national"];

/** Of a national sum only what is known to land in the areas can become a ceiling here; of awards that nobody knows nothing follows. */
function outsideDifference(
  stream: Claimed["stream"],
  part: HeadlinePart | null,
  { claimed, left }: Pick<Claimed, "claimed" | "left">,
): Difference | null {
  if (part === null || !part.wholeStream || part.landed.length === 0 || !SHARED.includes(stream.earmark))
    return null;
  const beyond = part.landed.reduce((all, { amount }) => all - amount, claimed as bigint);
  const amount = cents(beyond < left ? beyond : left);
  if (amount <= 0n) return null;
  const claim = claimItem(stream, part);
  const items: Item[] =
    amount < beyond
      ? claim(amount)
      : [
          ...claim(claimed),
          ...part.landed.map((award) => ({ is: "claim", ...award, amount: cents(-award.amount) }) as const),
        ];
  return difference("outside_areas", amount, { items });
}
