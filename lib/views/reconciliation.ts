import type { EntryKind } from "@/lib/domain/ledger/journal";
import type { Difference, Item } from "@/lib/domain/reconciliation/difference";
import type { Label } from "@/lib/domain/reconciliation/label";
import { shortDate } from "./dates";
import { count } from "./digits";
import type { Locale } from "./locale";
import { euro } from "./money";

/** The words that the names of nodes and differences are made with; screen and export use the same. */
export interface TreeWords {
  readonly kind: (kind: EntryKind) => string;
  readonly note: (note: number) => string;
  readonly entry: (facts: {
    readonly what: string;
    readonly years: string;
    readonly theme: string | null;
    readonly place: string | null;
  }) => string;
  readonly rest: (lines: bigint) => string;
  readonly about: (cause: Difference["cause"] | "decided", facts: Readonly<Record<string, string>>) => string;
  readonly readings: (adds: string, leaves: string) => string;
  readonly item: (
    is: Exclude<Item["is"], "claim" | "entry">,
    facts: Readonly<Record<string, string>>,
  ) => string;
}

export const yearsText = (years: readonly number[]): string => {
  const sorted = [...years].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return "";
  const whole = last - first + 1 === sorted.length;
  return whole && sorted.length > 2 ? `${first}–${last}` : sorted.join(", ");
};

/** What a node is called. */
export function nodeName(label: Label, words: TreeWords, locale: Locale): string {
  switch (label.level) {
    case "programme":
      return label.name[locale];
    case "stream":
      return label.note === null ? label.name : `${label.name} (${words.note(label.note)})`;
    case "entry":
      return words.entry({
        what: words.kind(label.kind),
        years: yearsText(label.years),
        theme: label.theme === null ? null : label.theme[locale],
        place: label.place,
      });
    case "rest":
      return words.rest(label.lines);
    case "tranche":
    case "municipality":
    case "area":
      return label.name;
  }
}

/** What a difference is about; an open conflict says what each reading would leave. */
export function differenceName({ cause, about, key }: Difference, words: TreeWords, locale: Locale): string {
  switch (about.is) {
    case "nothing":
      return words.about(cause, {});
    case "claim":
      return words.about(cause, {
        name: about.note === null ? about.name : `${about.name} (${words.note(about.note)})`,
      });
    case "stream":
    case "named":
      return words.about(cause, { name: about.name });
    case "years":
      return words.about(cause, { years: yearsText(about.years) });
    case "conflict": {
      const name = words.about(key.startsWith("decided") ? "decided" : cause, { title: about.title[locale] });
      const rounding = about.readings.filter(({ rounds }) => rounds !== false);
      const readings = rounding.map(({ adds, leaves }) =>
        words.readings(euro(adds, locale), euro(leaves, locale)),
      );
      return readings.length === 0 ? name : `${name}: ${readings.join("; ")}`;
    }
  }
}

/** What something is called that makes a difference. */
export function itemName(item: Item, words: TreeWords, locale: Locale): string {
  switch (item.is) {
    case "claim":
      return item.name;
    case "entry":
      return words.kind(item.kind);
    case "report":
      return words.item("report", { number: item.number });
    case "window":
      return words.item("window", { code: item.code });
    case "decision":
      return words.item("decision", { number: item.number });
    case "term":
      return words.item("term", { number: item.number, on: shortDate(item.dueOn, locale) });
    case "row":
      return words.item("row", { number: String(item.row), words: item.words });
    case "later":
      return words.item("later", {
        what: words.kind(item.kind),
        amount: euro(item.entered, locale),
        on: shortDate(item.effectiveOn, locale),
        recorded: shortDate(item.recordedOn, locale),
      });
    case "more":
      return words.item("more", { count: count(item.count, locale) });
    case "norm":
      return words.item("norm", {
        units: count(item.units, locale),
        unit: item.unitName ?? "",
        amount: euro(item.unitAmount, locale),
      });
  }
}

/** Where it can be seen, below the address of the programme; null where it has no page of its own. */
export function itemAddress(item: Item): string | null {
  switch (item.is) {
    case "claim":
    case "norm":
      return `/claims/${item.claim}`;
    case "entry":
    case "later":
      return `/grootboek/${item.seq}`;
    case "row":
      return `/extern/${item.file}/rijen/${item.row}`;
    case "report":
      return `/rapportages/${item.id}`;
    case "decision":
      return `/voorstellen/${item.proposalId}`;
    case "term":
      return `/toekenningen/${item.allocationId}/kasritme`;
    case "window":
    case "more":
      return null;
  }
}
