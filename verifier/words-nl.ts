import type { NoteWords, Words } from "./wording";

export const WORDS_NL: Words = {
  nothing_to_check:
    "hier is niets te controleren. Geef een export met bewijs (zip of map), het bewijs van een post, of controlepunten.",
  file_missing: "ontbreekt, maar staat in het manifest.",
  file_unexpected: "staat niet in het manifest; dit bestand is er later bij gelegd.",
  file_altered: "de bytes zijn niet die van de export: dit bestand is veranderd of verwisseld.",
  file_unreadable: "is niet te lezen.",
  bytes_only:
    "alle rijen zijn zoals ze waren, maar de bytes niet: het bestand is geopend en opnieuw bewaard.",
  manifest_altered: "is veranderd: de handtekening van sleutel {key} hoort bij een ander manifest.",
  manifest_unsigned: "is niet ondertekend: niemand staat ervoor in dat dit manifest bij de export hoort.",
  key_missing:
    "ondertekend met sleutel {key}, maar die sleutel is er niet bij. Haal hem op bij de controlepunten en geef hem mee.",
  key_not_trusted: "ondertekend met sleutel {key}. Dat is niet de sleutel die u vertrouwt.",
  signature_unchecked:
    "de handtekening is niet gecontroleerd: deze browser kan dat niet. Gebruik een nieuwere browser of het programma voor Node.",
  checkpoint_missing: "het controlepunt ontbreekt.",
  checkpoint_unreadable: "dit is geen controlepunt.",
  checkpoint_signature: "het controlepunt is veranderd: de handtekening van sleutel {key} klopt niet.",
  checkpoint_programme: "dit controlepunt hoort bij een ander programma.",
  checkpoint_root:
    "het controlepunt over {size} posten hoort niet bij deze posten: het ondertekende kenmerk is een ander. Posten zijn veranderd, of het controlepunt is verwisseld.",
  checkpoint_short: "er zijn {is} posten, het ondertekende controlepunt gaat over {was}: de staart is eraf.",
  checkpoint_order: "is ondertekend vóór {other}, maar gaat over meer posten.",
  checkpoint_grown: "dat het verdergaat vanaf {other} is niet bewezen: de eerdere posten zijn niet dezelfde.",
  checkpoint_apart:
    "zegt over {size} posten iets anders dan {other}: er zijn twee verschillende grootboeken.",
  statement_altered: "de kop is veranderd: bij ‘{name}’ staat ‘{is}’ en het was ‘{was}’.",
  header_altered: "de titels van de kolommen zijn veranderd[: {column}].",
  row_altered: "rij {row}[ (regel {line})][, {subject} {entry}]: veranderd[ in {columns}].",
  row_removed: "rij {row}[, {subject} {entry}]: verwijderd.",
  tail_removed: "vanaf rij {row}[, {subject} {entry}] is alles weg: {other} rij(en) afgeknipt.",
  row_added: "rij {row}[ (regel {line})][, {subject} {entry}]: toegevoegd.",
  rows_swapped: "rij {row} en rij {other} zijn verwisseld[ ({subject} {entry})].",
  row_moved: "rij {row}[ (regel {line})][, {subject} {entry}]: verplaatst, stond op {was}.",
  marks_unusable:
    "de kenmerken van de rijen zijn zelf veranderd of weg; welke rij anders is, is niet te zeggen.",
  rows_counted: "er zijn {is} rijen, het manifest zegt {was}.",
  sum_differs: "kolom {columns} telt op tot {is}, het manifest zegt {was}.",
  entry_unreadable: "[regel {row}: ]dit is geen post.",
  entry_hash: "post {entry}: de inhoud past niet bij de eigen hash; de post is veranderd.",
  entry_gap: "vóór post {entry} ontbreken de posten {from} tot en met {to}.",
  entry_chain: "post {entry}: noemt niet de hash van de post ervoor; een van beide is veranderd.",
  entry_order: "post {entry}: staat op de verkeerde plaats, na post {before}.",
  entry_unbalanced: "post {entry}: de boekingen zijn samen niet nul of niet volledig.",
  entry_later: "post {entry}: is vastgelegd op {at}, na het moment waarop dit bekend was.",
  entry_effective_later: "post {entry}: geldt vanaf {on}, na de dag waarover dit gaat.",
  entry_programme: "post {entry}: is van een ander programma.",
  entry_not_included: "post {entry}: het bewijs leidt niet naar het ondertekende kenmerk.",
  entry_without_proof: "post {entry}: het bewijs ontbreekt.",
  entries_counted: "er zijn {is} posten, het manifest zegt {was}.",
  total_differs: "{measure}: de posten tellen op tot {is}, het manifest zegt {was}.",
};

export const NOTE_WORDS_NL: NoteWords = {
  key_from_package:
    "Ondertekend met sleutel {key}, die in het pakket zelf ligt. Vergelijk dit kenmerk met dat bij de controlepunten op de website.",
  signed_by: "Ondertekend met sleutel {key}, die u meegaf.",
  checkpoint_signed: "Controlepunt over {size} posten van {at}, ondertekend met sleutel {key}.",
  not_covered: "{count} post(en) zijn jonger dan het controlepunt; die zijn nog niet ondertekend.",
  rows_checked: "{file}: {rows} rijen zijn zoals ze waren.",
  entries_checked:
    "{entries} posten zijn zoals ze zijn vastgelegd; {covered} ervan zijn bewezen met het controlepunt.",
  files_checked: "{files} bestanden vergeleken.",
  known_at: "{what} van {programme}, zoals bekend op {at}.",
  practice: "Oefengegevens: alle namen, bedragen en besluiten zijn verzonnen.",
  checkpoints_checked:
    "{count} controlepunt(en) gelezen; van {proved} is bewezen dat het verdergaat vanaf een ander.",
  entry_included: "Post {entry} staat onveranderd in het grootboek van {size} posten dat is ondertekend.",
};

export const FIELD_WORDS: Readonly<Record<string, { readonly nl: string; readonly en: string }>> = {
  ceiling: { nl: "Plafond", en: "Ceiling" },
  allocated: { nl: "Toegekend", en: "Allocated" },
  spent: { nl: "Besteed", en: "Spent" },
  advanced: { nl: "Bevoorschot", en: "Advanced" },
  settled: { nl: "Vastgesteld", en: "Settled" },
  entry: { nl: "post", en: "entry" },
  seq: { nl: "nummer", en: "number" },
  programmeId: { nl: "programma", en: "programme" },
  kind: { nl: "soort", en: "kind" },
  effectiveOn: { nl: "geldig op", en: "effective on" },
  recordedAt: { nl: "vastgelegd", en: "recorded" },
  recordedBy: { nl: "vastgelegd door", en: "recorded by" },
  streamId: { nl: "regeling", en: "stream" },
  municipalityId: { nl: "gemeente", en: "municipality" },
  allocationId: { nl: "toekenning", en: "allocation" },
  proposalId: { nl: "voorstel", en: "proposal" },
  reportId: { nl: "rapportage", en: "report" },
  correctsSeq: { nl: "wijzigt post", en: "corrects entry" },
  decisionNumber: { nl: "besluit", en: "decision" },
  decisionOn: { nl: "besluitdatum", en: "date of decision" },
  legalSource: { nl: "grondslag", en: "legal source" },
  reason: { nl: "reden", en: "reason" },
  postingCount: { nl: "aantal boekingen", en: "number of postings" },
  debitCents: { nl: "totaal debet", en: "total debit" },
  prevHash: { nl: "vorige hash", en: "previous hash" },
  hash: { nl: "hash", en: "hash" },
  line: { nl: "regel", en: "line" },
  accountKey: { nl: "rekening", en: "account" },
  amountCents: { nl: "bedrag", en: "amount" },
};
