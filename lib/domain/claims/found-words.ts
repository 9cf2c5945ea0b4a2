import type { FoundConflict } from "./find-conflicts";

interface Words {
  readonly titleNl: string;
  readonly titleEn: string;
  readonly textNl: string;
  readonly textEn: string;
}

/** What the register says of a conflict that was found; its figures stay computed. */
const WORDS: Readonly<Record<FoundConflict["kind"], Words>> = {
  rule_versus_amount: {
    titleNl: "Rekenregel en bedrag verschillen",
    titleEn: "Rule and amount differ",
    textNl: "De bron noemt een aantal, een bedrag per stuk en een totaal die niet op elkaar uitkomen.",
    textEn: "The source gives a number, an amount for each and a total that do not multiply.",
  },
  parts_versus_total: {
    titleNl: "Onderdelen en totaal verschillen",
    titleEn: "Parts and total differ",
    textNl: "De onderdelen tellen op tot meer dan het gepubliceerde totaal.",
    textEn: "The parts add up to more than the published total.",
  },
  two_figures: {
    titleNl: "Verschillende bedragen voor hetzelfde",
    titleEn: "Different amounts for the same thing",
    textNl: "Bronnen noemen verschillende bedragen voor hetzelfde, en geen ervan vervangt de andere.",
    textEn: "Sources give different amounts for the same thing, and none replaces the other.",
  },
  gross_versus_net: {
    titleNl: "Met en zonder btw-compensatie",
    titleEn: "With and without VAT compensation",
    textNl: "Dezelfde tranche staat in de bronnen bruto en zonder het deel voor het BTW-compensatiefonds.",
    textEn:
      "The same tranche stands in the sources gross and without the part for the VAT compensation fund.",
  },
};

export const foundWords = (kind: FoundConflict["kind"]): Words => WORDS[kind];
