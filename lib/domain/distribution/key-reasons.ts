import type { BlockingReason } from "../refusal";
import type { KeyDefinition, KeyPart } from "./key";

const reason = (
  code: string,
  at: number,
  field: string,
  facts: Record<string, string> = {},
): BlockingReason => ({
  code: `distribution.reasons.${code}`,
  field: `parts.${at}.${field}`,
  facts: { part: String(at + 1), ...facts },
});

const takesAll = (part: KeyPart): boolean =>
  part.kind === "residual" ||
  ((part.kind === "weighted" || part.kind === "equal") && part.take.of === "rest");
const isBound = ({ kind }: KeyPart) => kind === "floor" || kind === "cap";

/** Every reason why this cannot be a key, whatever the pot; empty when nothing stands in the way. */
export function definitionReasons({ parts }: KeyDefinition): BlockingReason[] {
  if (parts.every(isBound)) return [{ code: "distribution.reasons.no_parts", field: "parts" }];
  const allTaken = parts.findIndex(takesAll);
  const shared = parts.reduce((sum, part) => sum + sharesOf(part), 0n);
  const floor = parts.find((part) => part.kind === "floor");
  const cap = parts.find((part) => part.kind === "cap");
  return [
    ...parts.flatMap((part, at): BlockingReason[] => [
      ...amountReasons(part, at),
      ...(allTaken >= 0 && at > allTaken && !isBound(part)
        ? [reason("nothing_left", at, "kind", { taker: String(allTaken + 1) })]
        : []),
      ...(isBound(part) && parts.findIndex(({ kind }) => kind === part.kind) < at
        ? [reason("bound_twice", at, "kind")]
        : []),
    ]),
    ...(shared > 10_000n
      ? [
          {
            code: "distribution.reasons.shares_above_whole",
            field: "parts",
            facts: { percent: percent(shared) },
          },
        ]
      : []),
    ...(floor?.kind === "floor" && cap?.kind === "cap" && floor.cents > cap.cents
      ? [
          reason("floor_above_cap", parts.indexOf(cap), "cents", {
            floorCents: `${floor.cents}`,
            capCents: `${cap.cents}`,
            overCents: `${floor.cents - cap.cents}`,
          }),
        ]
      : []),
  ];
}

const sharesOf = (part: KeyPart): bigint =>
  (part.kind === "weighted" || part.kind === "equal") && part.take.of === "share" ? part.take.hundredths : 0n;

const percent = (hundredths: bigint) =>
  `${hundredths / 100n},${(hundredths % 100n).toString().padStart(2, "0")}`;

function amountReasons(part: KeyPart, at: number): BlockingReason[] {
  const positive = (field: string, amount: bigint) =>
    amount > 0n ? [] : [reason("not_positive", at, field, { givenCents: `${amount}` })];
  switch (part.kind) {
    case "fixed_per_class":
      return part.g4 >= 0n && part.other >= 0n && part.g4 + part.other > 0n
        ? []
        : [reason("fixed_amounts", at, "g4", { g4Cents: `${part.g4}`, otherCents: `${part.other}` })];
    case "per_unit":
    case "floor":
    case "cap":
      return positive("cents", part.cents);
    case "weighted":
    case "equal":
      if (part.take.of === "amount") return positive("take", part.take.cents);
      return part.take.of === "share" && part.take.hundredths <= 0n ? [reason("share", at, "take")] : [];
    case "residual":
      return [];
  }
}
