import type { KeyFormValues } from "@/components/distribution/key-form";
import {
  type KeyDefinition,
  type KeyPart,
  PART_KINDS,
  type PartKind,
  type Take,
} from "@/lib/domain/distribution/key";
import type { Cents } from "@/lib/domain/money";
import { typedParts } from "@/lib/input/distribution";
import { amount } from "@/lib/views/money";

/** What stands in the fields of a key: asked in the address after a part was added, or read from a version. */
type Asked = Readonly<Record<string, string | string[] | undefined>>;

const isKind = (kind: string | undefined): kind is PartKind => PART_KINDS.some((one) => one === kind);
const FIELDS = [
  "streamId",
  "name",
  "grain",
  "among",
  "legalSource",
  "effectiveOn",
  "statedPot",
  "reason",
] as const;

const typed = (value: Cents) => amount(value, "nl");
const percent = (hundredths: bigint) =>
  `${hundredths / 100n},${(hundredths % 100n).toString().padStart(2, "0")}`;

/** Null when the address asks nothing. */
export function askedValues(asked: Asked): KeyFormValues | null {
  if (asked.vorm === undefined) return null;
  const text = (name: string) => (typeof asked[name] === "string" ? asked[name] : "");
  return {
    streamId: text("streamId"),
    name: text("name"),
    grain: text("grain") === "area" ? "area" : "municipality",
    among: text("among"),
    legalSource: text("legalSource"),
    effectiveOn: text("effectiveOn"),
    statedPot: text("statedPot"),
    reason: text("reason"),
    parts: typedParts(asked).flatMap(({ kind, ...values }) => (isKind(kind) ? [{ kind, values }] : [])),
  };
}

export const EMPTY: KeyFormValues = {
  streamId: "",
  name: "",
  grain: "municipality",
  among: "",
  legalSource: "",
  effectiveOn: "",
  statedPot: "",
  reason: "",
  parts: [],
};

/** The fields of a version that stands there, to be changed into the next. */
export const versionValues = (
  key: { readonly streamId: string; readonly name: string },
  definition: KeyDefinition,
  legalSource: string,
): KeyFormValues => ({
  streamId: key.streamId,
  name: key.name,
  grain: definition.grain,
  among: definition.among ?? "",
  legalSource,
  effectiveOn: "",
  statedPot: definition.statedPot === null ? "" : typed(definition.statedPot),
  reason: "",
  parts: definition.parts.map((part) => ({ kind: part.kind, values: partValues(part) })),
});

const takeValues = (take: Take): Record<string, string> => ({
  take: take.of,
  takeAmount: take.of === "amount" ? typed(take.cents) : "",
  takeShare: take.of === "share" ? percent(take.hundredths) : "",
});

function partValues(part: KeyPart): Record<string, string> {
  switch (part.kind) {
    case "fixed_per_class":
      return { g4: typed(part.g4), other: typed(part.other) };
    case "per_unit":
      return { input: part.input, cents: typed(part.cents), units: part.statedUnits?.toString() ?? "" };
    case "weighted":
      return { input: part.input, ...takeValues(part.take) };
    case "equal":
      return takeValues(part.take);
    case "residual":
      return { to: part.to, recipient: part.to === "one" ? part.recipient : "" };
    case "floor":
    case "cap":
      return { cents: typed(part.cents) };
  }
}

/** The address of the form with a part added, moved up or removed; null when the form is to be kept. */
export function changedParts(form: FormData): string | null {
  const asked = form.get("do");
  if (typeof asked !== "string" || asked === "save") return null;
  const fields = Object.fromEntries(
    [...form].filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  );
  const parts = typedParts(fields);
  const [what, place] = asked.split(".");
  const at = Number(place);
  if (what === "add") parts.push({ kind: fields.newKind ?? "" });
  if (what === "remove") parts.splice(at, 1);
  if (what === "up" && at > 0) parts.splice(at - 1, 0, ...parts.splice(at, 1));
  const query = new URLSearchParams({ vorm: "1" });
  for (const name of FIELDS) if (fields[name]) query.set(name, fields[name]);
  for (const [index, part] of parts.entries())
    for (const [field, value] of Object.entries(part))
      if (value !== "") query.set(`parts.${index}.${field}`, value);
  return query.toString();
}
