import { byKey, components, type Edge } from "./components";
import { type Pair, type PairReason, type Party, total } from "./party";
import { splitByArea } from "./split-by-area";

export interface PairedUp {
  readonly pairs: readonly Pair[];
  /** What is on one side only. */
  readonly left: readonly Party[];
  readonly right: readonly Party[];
}

/** A way to recognise: parties in the same bucket that fit each other may be the same thing. */
interface Step {
  readonly reasons: readonly PairReason[];
  /** Null: cannot be recognised this way. */
  readonly bucket: (party: Party) => string | null;
  readonly fits: (left: Party, right: Party) => boolean;
  /** Several on a side are one thing as well when their sums are equal. */
  readonly together: boolean;
}

const years = (a: Party, b: Party) => a.year === null || b.year === null || a.year === b.year;
const placed = ({ municipality, area }: Party) =>
  municipality === null || area === null ? null : `${municipality}/${area}`;
const worth = ({ amount }: Party) => (amount === 0n ? null : String(amount));
const both = (one: string | null, other: string | null) =>
  one === null || other === null ? null : `${one}/${other}`;
const nowhere = ({ municipality, stranger }: Party) => municipality === null && !stranger;

/** From what says most to what says least. Each takes what it is sure of, or unsure of, out of those after it. */
const STEPS: readonly Step[] = [
  {
    reasons: ["municipality", "area", "amount"],
    bucket: (party) => both(placed(party), worth(party)),
    fits: years,
    together: true,
  },
  {
    reasons: ["municipality", "area"],
    bucket: placed,
    fits: (a, b) => years(a, b) && !(a.named && b.named),
    together: true,
  },
  {
    reasons: ["municipality", "amount"],
    bucket: (party) => both(party.municipality, worth(party)),
    fits: years,
    together: true,
  },
  {
    reasons: ["amount"],
    bucket: worth,
    fits: (a, b) => (nowhere(a) || nowhere(b)) && years(a, b),
    together: false,
  },
];

/**
 * Which parties of two sides are the same thing: by number first, then by place, year and amount. Each is used at most once,
 * in any order the outcome is the same, and with the sides exchanged it is the same the other way round.
 */
export function pairUp(
  left: readonly Party[],
  right: readonly Party[],
  /** Keys of what a person put together; what they say of themselves is then not asked. */
  byHand: readonly (readonly [left: string, right: string])[] = [],
): PairedUp {
  // What a person put together is not taken apart again.
  const named = components([...handEdges(left, right, byHand), ...numberEdges(left, right, byHand)]).flatMap(
    (group) => {
      const pair = { ...group, ambiguous: false };
      return group.reasons.includes("by_hand") ? [pair] : splitByArea(pair);
    },
  );
  const found = { left: left.filter(unused(named, "left")), right: right.filter(unused(named, "right")) };
  return STEPS.reduce<PairedUp>(
    (so, step) => {
      const groups = components(stepEdges(so.left, so.right, step)).map((group) => ({
        ...group,
        ambiguous: !isSure(group, step),
      }));
      return {
        pairs: [...so.pairs, ...groups],
        left: so.left.filter(unused(groups, "left")),
        right: so.right.filter(unused(groups, "right")),
      };
    },
    { pairs: named, left: found.left.toSorted(byKey), right: found.right.toSorted(byKey) },
  );
}

const isSure = ({ left, right }: Omit<Pair, "ambiguous">, { together }: Step) =>
  (left.length === 1 && right.length === 1) || (together && total(left) === total(right));

function unused(pairs: readonly Pair[], side: "left" | "right"): (party: Party) => boolean {
  const used = new Set(pairs.flatMap((pair) => pair[side].map(({ key }) => key)));
  return ({ key }) => !used.has(key);
}

function handEdges(
  left: readonly Party[],
  right: readonly Party[],
  byHand: readonly (readonly [string, string])[],
): Edge[] {
  const [ours, theirs] = [left, right].map((side) => new Map(side.map((party) => [party.key, party])));
  return byHand.flatMap(([one, other]) => {
    const [a, b] = [ours?.get(one), theirs?.get(other)];
    return a === undefined || b === undefined ? [] : [{ left: a, right: b, reasons: ["by_hand"] as const }];
  });
}

function numberEdges(
  left: readonly Party[],
  right: readonly Party[],
  byHand: readonly (readonly [string, string])[],
): Edge[] {
  const fixed = new Set(byHand.map(([key]) => key));
  const numbers = (party: Party) => [...party.numbers.keys()];
  const [said, known] = [
    bucketsOf(
      left.filter(({ key }) => !fixed.has(key)),
      numbers,
    ),
    bucketsOf(right, numbers),
  ];
  return [...said].flatMap(([number, ours]) =>
    joined(ours, known.get(number) ?? [], (one, other) => {
      const why = one.numbers.get(number) ?? other.numbers.get(number) ?? null;
      return why === null ? [] : [why];
    }),
  );
}

function stepEdges(left: readonly Party[], right: readonly Party[], step: Step): Edge[] {
  const keyed = (party: Party) => {
    const bucket = party.counts ? step.bucket(party) : null;
    return bucket === null ? [] : [bucket];
  };
  const known = bucketsOf(right, keyed);
  return [...bucketsOf(left, keyed)].flatMap(([bucket, ours]) => {
    const theirs = alike(known.get(bucket) ?? []);
    return alike(ours).flatMap((some) =>
      theirs
        .filter((others) => some[0] !== undefined && others[0] !== undefined && step.fits(some[0], others[0]))
        .flatMap((others) =>
          joined(some, others, (one, other) =>
            one.year !== null && one.year === other.year ? [...step.reasons, "year"] : step.reasons,
          ),
        ),
    );
  });
}

/** Parties of which whether they fit another is the same. */
const alike = (parties: readonly Party[]): readonly (readonly Party[])[] => [
  ...bucketsOf(parties, (party) => [`${party.year}/${party.named}/${nowhere(party)}`]).values(),
];

/** Everything of one side with everything of the other, by no more edges than hold them together. */
function joined(
  left: readonly Party[],
  right: readonly Party[],
  why: (left: Party, right: Party) => readonly PairReason[],
): Edge[] {
  const [first, other] = [left[0], right[0]];
  if (first === undefined || other === undefined) return [];
  const edge = (a: Party, b: Party): Edge => ({ left: a, right: b, reasons: why(a, b) });
  return [...left.map((one) => edge(one, other)), ...right.slice(1).map((one) => edge(first, one))];
}

function bucketsOf(parties: readonly Party[], keys: (party: Party) => readonly string[]) {
  const buckets = new Map<string, Party[]>();
  for (const party of parties)
    for (const key of keys(party)) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [party]);
      else bucket.push(party);
    }
  return buckets;
}
