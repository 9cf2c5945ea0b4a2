import type { GlossaryTerm } from "./glossary-term";

/** Words that Geldstroom brings itself, in the sense in which its screens use them. */
export const OWN_TERMS: readonly GlossaryTerm[] = [
  {
    slug: "claim",
    nl: "claim (gepubliceerd cijfer)",
    en: "claim (published figure)",
    stage: "own",
    evidence: "own",
    definitionNl:
      "Een bedrag of rekenregel die een bron heeft gepubliceerd, met datum, werkwoord en nauwkeurigheid. Een claim is geen geld en telt niet mee in het grootboek.",
    definitionEn:
      "An amount or rule that a source has published, with its date, verb and precision. A claim is not money and is not counted in the ledger.",
  },
  {
    slug: "bronconflict",
    nl: "bronconflict",
    en: "source conflict",
    stage: "own",
    evidence: "own",
    definitionNl:
      "Twee of meer lezingen van bronnen die niet allemaal waar kunnen zijn. Alle lezingen blijven staan, tot iemand met naam, datum en reden beslist.",
    definitionEn:
      "Two or more readings of sources that cannot all be true. All readings stay, until someone decides with name, date and reason.",
  },
  {
    slug: "geldstroom",
    nl: "geldstroom",
    en: "stream",
    stage: "own",
    evidence: "own",
    definitionNl:
      "Een regeling of ander kanaal waarlangs geld van een ministerie naar gemeenten of gebieden gaat.",
    definitionEn:
      "A scheme or other channel through which money goes from a ministry to municipalities or areas.",
  },
  {
    slug: "plafond",
    nl: "plafond",
    en: "ceiling",
    stage: "own",
    evidence: "own",
    definitionNl:
      "Het bedrag dat een programmamedewerker voor een geldstroom of tranche heeft gesteld, met de claim waarop het steunt. Toekenningen kunnen er niet boven komen.",
    definitionEn:
      "The amount that a programme officer has set for a stream or tranche, with the claim it rests on. Allocations cannot go above it.",
  },
  {
    slug: "toekenning",
    nl: "toekenning",
    en: "allocation",
    stage: "own",
    evidence: "own",
    definitionNl:
      "Een bedrag dat aan een gemeente is gegeven voor een gebied, een thema en een of meer jaren. Twee mensen zijn nodig: een voert in, een ander keurt goed.",
    definitionEn:
      "An amount given to a municipality for an area, a theme and one or more years. It takes two people: one enters it, another approves it.",
  },
  {
    slug: "vier-ogen",
    nl: "vier ogen",
    en: "four eyes",
    stage: "own",
    evidence: "own",
    definitionNl: "Wie iets invoert, keurt het niet zelf goed. De regel geldt voor mensen, niet voor rollen.",
    definitionEn: "Whoever enters something does not approve it. The rule is about people, not about roles.",
  },
  {
    slug: "post",
    nl: "post (in het grootboek)",
    en: "entry (in the ledger)",
    stage: "own",
    evidence: "own",
    definitionNl:
      "Een feit over geld, met boekingen die samen nul zijn. Een post wordt nooit gewijzigd of gewist: een fout wordt met een nieuwe post hersteld.",
    definitionEn:
      "One fact about money, with postings that add up to zero. An entry is never changed or deleted: a mistake is put right by a new entry.",
  },
  {
    slug: "geldig-op",
    nl: "geldig op",
    en: "valid on",
    stage: "own",
    evidence: "own",
    definitionNl: "De datum waarover een feit gaat.",
    definitionEn: "The calendar date that a fact is about.",
  },
  {
    slug: "bekend-op",
    nl: "bekend op",
    en: "known at",
    stage: "own",
    evidence: "own",
    definitionNl:
      "Het moment waarop een feit is vastgelegd. Wie vraagt wat toen bekend was, krijgt altijd hetzelfde antwoord.",
    definitionEn:
      "The moment a fact was recorded. Whoever asks what was known then always gets the same answer.",
  },
  {
    slug: "aansluiting",
    nl: "aansluiting",
    en: "reconciliation",
    stage: "own",
    evidence: "own",
    definitionNl:
      "Op elk niveau zijn de onderdelen en de benoemde verschillen samen gelijk aan het geheel, tot op de cent.",
    definitionEn: "At each level the parts and the named differences together equal the whole, to the cent.",
  },
  {
    slug: "aansluiting-extern-bestand",
    nl: "aansluiting met een extern bestand",
    en: "tie-out",
    stage: "own",
    evidence: "own",
    definitionNl:
      "Een register, betaalbestand of SiSa-bestand van een ander naast het grootboek: ons en de benoemde verschillen zijn samen het bestand.",
    definitionEn:
      "A register, payment file or SiSa file of somebody else beside the ledger: ours and the named differences together are the file.",
  },
  {
    slug: "benoemd-verschil",
    nl: "benoemd verschil",
    en: "named difference",
    stage: "own",
    evidence: "own",
    definitionNl:
      "Een verschil tussen een geheel en zijn onderdelen met een oorzaak en een bedrag. Wat geen oorzaak heeft, heet onverklaard en krijgt een eigenaar.",
    definitionEn:
      "A difference between a whole and its parts, with a cause and an amount. What has no cause is called unexplained and gets an owner.",
  },
  {
    slug: "controlepunt",
    nl: "controlepunt",
    en: "checkpoint",
    stage: "own",
    evidence: "own",
    definitionNl:
      "De ondertekende vingerafdruk van het hele grootboek op een moment. Zij wordt buiten de database bewaard. Met een controlepunt is te bewijzen dat niets is gewijzigd of weggehaald.",
    definitionEn:
      "The signed fingerprint of the whole ledger at one moment. It is kept outside the database. A checkpoint proves that nothing was changed or taken away.",
  },
  {
    slug: "geldsteekproef",
    nl: "geldsteekproef",
    en: "monetary unit sample",
    stage: "own",
    evidence: "own",
    definitionNl:
      "Een steekproef waarin elke euro even veel kans heeft: elk bedrag van een interval of meer zit er zeker in, en van de rest een post per interval. De startwaarde ligt vast, dus wie opnieuw trekt krijgt dezelfde posten.",
    definitionEn:
      "A sample in which every euro has the same chance: every amount of an interval or more is in it for certain, and of the rest one entry per interval. The seed is recorded, so whoever draws again gets the same entries.",
  },
  {
    slug: "bovengrens",
    nl: "bovengrens van de fout",
    en: "upper error limit",
    stage: "own",
    evidence: "own",
    definitionNl:
      "Het bedrag waar de fout in het geheel, met de gekozen betrouwbaarheid, niet boven komt. Het volgt uit de fouten in de steekproef en is een schatting, geen fout die is gevonden.",
    definitionEn:
      "The amount that the error in the whole does not exceed, with the confidence chosen. It follows from the errors in the sample and is an estimate, not an error that was found.",
  },
  {
    slug: "bevinding",
    nl: "bevinding",
    en: "finding",
    stage: "own",
    evidence: "own",
    definitionNl:
      "Wat een auditor heeft vastgesteld en een tweede auditor heeft uitgebracht, met wat er moet gebeuren en wanneer. De andere kant antwoordt; elk antwoord en elke nieuwe tekst blijft staan.",
    definitionEn:
      "What an auditor established and a second auditor issued, with what has to be done and when. The other side answers; every answer and every new text stays.",
  },
  {
    slug: "signaal",
    nl: "signaal",
    en: "signal",
    stage: "own",
    evidence: "own",
    definitionNl:
      "Iets in de cijfers dat opvalt, met de reden in een zin. Een signaal is geen bevinding en telt nergens in mee: iemand beoordeelt het, met naam en reden.",
    definitionEn:
      "Something in the figures that stands out, with its reason in one sentence. A signal is not a finding and counts towards nothing: somebody judges it, with name and reason.",
  },
];
