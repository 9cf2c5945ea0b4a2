import { type Cents, cents, sum } from "../money";
import { claimedByStream, headlineDifferences } from "./headline";
import { balanceOf, groupBy, type Position } from "./positions";
import { trancheNode } from "./tranche-node";
import { closed, type ReconciliationNode } from "./tree";
import type { TreeInput, TreeStructure } from "./tree-input";

/** The programme from its published claim to the entry. */
export function buildTree(input: TreeInput): ReconciliationNode {
  const { structure, headline } = input;
  const claimed = headline === null ? new Map<string, Cents>() : claimedByStream(headline);
  const byStream = groupBy(input.positions, ({ streamId }) => streamId);
  const children = structure.streams.flatMap((stream) => {
    const positions = byStream.get(stream.id) ?? [];
    const claim = claimed.get(stream.id) ?? null;
    return claim === null && positions.length === 0 ? [] : [streamNode(input, stream, positions, claim)];
  });
  const amount = sum(children.map((child) => child.amount));
  const label = { level: "programme", name: structure.name, claim: headline?.claim ?? null } as const;
  const base = { key: "", level: "programme", label, children } as const;
  if (headline === null) return closed({ ...base, basis: "ceiling", amount, differences: [] });
  const counted = new Set([...claimed.keys(), ...headline.parts.map(({ streamId }) => streamId)]);
  const uncounted = structure.streams.flatMap(({ id, code, name }) => {
    const child = children.find(({ key }) => key === code);
    return child === undefined || counted.has(id) ? [] : [{ stream: code, name, amount: child.amount }];
  });
  const differences = headlineDifferences(headline, amount, uncounted);
  return closed({ ...base, basis: "claim", amount: headline.claim.amount, differences });
}

function streamNode(
  input: TreeInput,
  stream: TreeStructure["streams"][number],
  positions: readonly Position[],
  claimed: Cents | null,
): ReconciliationNode {
  const byTranche = groupBy(positions, ({ trancheId }) => trancheId);
  const children = stream.tranches.flatMap(({ id, code, name }) => {
    const own = byTranche.get(id);
    return own === undefined
      ? []
      : [trancheNode(input, { key: `${stream.code}.${code}`, id, name, positions: own })];
  });
  const ceilings = balanceOf(positions, "ceiling");
  const left = claimed === null ? 0n : claimed - ceilings;
  const part = input.headline?.parts.find(({ streamId }) => streamId === stream.id)?.claim ?? null;
  return closed({
    key: stream.code,
    level: "stream",
    label: {
      level: "stream",
      code: stream.code,
      name: stream.name,
      note: stream.note,
      claim: part?.amount == null ? null : part,
    },
    basis: claimed === null ? "ceiling" : "claim",
    amount: claimed ?? ceilings,
    children,
    differences:
      left === 0n
        ? []
        : [
            {
              key: "ceiling",
              cause: left > 0n ? "not_set_as_ceiling" : "ceiling_above_claim",
              amount: cents(left),
              about: { is: "nothing" },
            },
          ],
  });
}
