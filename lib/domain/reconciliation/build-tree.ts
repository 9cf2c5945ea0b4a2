import { type Cents, cents, sum } from "../money";
import { claimedByStream, headlineDifferences } from "./headline";
import { balanceOf, groupBy } from "./positions";
import type { Movements } from "./selector";
import { claimDifferences } from "./stream-claim";
import { basisOf, trancheNode } from "./tranche-node";
import { above, type ReconciliationNode } from "./tree";
import type { TreeInput, TreeStructure } from "./tree-input";

/** The programme from its published claim, or from what was reported or accepted, to the entry. */
export function buildTree(input: TreeInput): ReconciliationNode {
  const { structure, headline, movements } = input;
  const fromClaim = input.measure !== "accepted" && input.measure !== "settled_spend";
  const claimed = headline === null || !fromClaim ? new Map<string, Cents>() : claimedByStream(headline);
  const [byStream, later] = [movements.positions, movements.later].map((rows) =>
    groupBy(rows, ({ streamId }) => streamId),
  );
  const children = structure.streams.flatMap((stream) => {
    const own = {
      positions: byStream?.get(stream.id) ?? [],
      later: later?.get(stream.id) ?? [],
    };
    const claim = claimed.get(stream.id) ?? null;
    if (claim === null && own.positions.length === 0) return [];
    return [fromClaim ? streamNode(input, stream, own, claim) : withoutClaim(input, stream, own)];
  });
  const amount = sum(children.map((child) => child.amount));
  const claim = fromClaim ? (headline?.claim ?? null) : null;
  const label = { level: "programme", name: structure.name, claim } as const;
  const base = { key: "", level: "programme", label, children } as const;
  if (!fromClaim) return above({ ...base, basis: basisOf(input), amount, differences: [] });
  if (headline === null) return above({ ...base, basis: "ceiling", amount, differences: [] });
  const counted = new Set([...claimed.keys(), ...headline.parts.map(({ streamId }) => streamId)]);
  const uncounted = structure.streams.flatMap(({ id, code, name }) => {
    const child = children.find(({ key }) => key === code);
    return child === undefined || counted.has(id) ? [] : [{ stream: code, name, amount: child.amount }];
  });
  const differences = headlineDifferences(headline, amount, uncounted);
  return above({ ...base, basis: "claim", amount: headline.claim.amount, differences });
}

type Stream = TreeStructure["streams"][number];

function tranches(input: TreeInput, stream: Stream, { positions, later }: Movements): ReconciliationNode[] {
  const [own, after] = [positions, later].map((rows) => groupBy(rows, ({ trancheId }) => trancheId));
  return stream.tranches.flatMap(({ id, code, name }) => {
    const here = own?.get(id);
    if (here === undefined) return [];
    const movements = { positions: here, later: after?.get(id) ?? [] };
    return [trancheNode(input, { key: `${stream.code}.${code}`, stream, id, name, movements })];
  });
}

const labelOf = (
  { code, name, note }: Stream,
  claim: Extract<ReconciliationNode["label"], { level: "stream" }>["claim"],
) => ({ level: "stream", code, name, note, claim }) as const;

function withoutClaim(input: TreeInput, stream: Stream, own: Movements): ReconciliationNode {
  const children = tranches(input, stream, own);
  return above({
    key: stream.code,
    level: "stream",
    label: labelOf(stream, null),
    basis: basisOf(input),
    amount: sum(children.map((child) => child.amount)),
    children,
    differences: [],
  });
}

function streamNode(
  input: TreeInput,
  stream: Stream,
  own: Movements,
  claimed: Cents | null,
): ReconciliationNode {
  const ceilings = balanceOf(own.positions, "ceiling");
  const part = input.headline?.parts.find(({ streamId }) => streamId === stream.id) ?? null;
  const claim = part?.claim ?? null;
  return above({
    key: stream.code,
    level: "stream",
    label: labelOf(stream, claim?.amount == null ? null : claim),
    basis: claimed === null ? "ceiling" : "claim",
    amount: claimed ?? ceilings,
    children: tranches(input, stream, own),
    differences:
      claimed === null
        ? []
        : claimDifferences({ stream, part, claimed, left: cents(claimed - ceilings), own }),
  });
}
