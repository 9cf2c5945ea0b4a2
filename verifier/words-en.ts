import type { NoteWords, Words } from "./wording";

export const WORDS_EN: Words = {
  nothing_to_check:
    "there is nothing to check here. Give an export with its proof (zip or folder), the proof of an entry, or checkpoints.",
  file_missing: "is missing, and stands in the manifest.",
  file_unexpected: "does not stand in the manifest; this file was added later.",
  file_altered: "the bytes are not those of the export: this file was altered or swapped.",
  file_unreadable: "cannot be read.",
  bytes_only: "every row is as it was, but the bytes are not: the file was opened and saved again.",
  manifest_altered: "was altered: the signature of key {key} belongs to another manifest.",
  manifest_unsigned: "is not signed: nobody vouches that this manifest belongs to the export.",
  key_missing:
    "signed with key {key}, but that key is not here. Fetch it from the checkpoints and give it along.",
  key_not_trusted: "signed with key {key}. That is not the key that you trust.",
  signature_unchecked:
    "the signature was not checked: this browser cannot. Use a newer browser or the program for Node.",
  checkpoint_missing: "the checkpoint is missing.",
  checkpoint_unreadable: "this is not a checkpoint.",
  checkpoint_signature: "the checkpoint was altered: the signature of key {key} is not right.",
  checkpoint_programme: "this checkpoint belongs to another programme.",
  checkpoint_root:
    "the checkpoint over {size} entries does not belong to these entries: the signed fingerprint is another. Entries were altered, or the checkpoint was swapped.",
  checkpoint_short: "there are {is} entries, the signed checkpoint is about {was}: the tail was cut off.",
  checkpoint_order: "was signed before {other}, but is about more entries.",
  checkpoint_grown: "that it goes on from {other} is not proved: the earlier entries are not the same.",
  checkpoint_apart: "says something else about {size} entries than {other}: there are two different ledgers.",
  statement_altered: "the head was altered: ‘{name}’ says ‘{is}’ and it was ‘{was}’.",
  header_altered: "the titles of the columns were altered[: {column}].",
  row_altered: "row {row}[ (line {line})][, {subject} {entry}]: altered[ in {columns}].",
  row_removed: "row {row}[, {subject} {entry}]: removed.",
  tail_removed: "from row {row}[, {subject} {entry}] on everything is gone: {other} row(s) cut off.",
  row_added: "row {row}[ (line {line})][, {subject} {entry}]: added.",
  rows_swapped: "row {row} and row {other} were swapped[ ({subject} {entry})].",
  row_moved: "row {row}[ (line {line})][, {subject} {entry}]: moved, stood at {was}.",
  marks_unusable:
    "the marks of the rows were altered themselves or are gone; which row differs cannot be said.",
  rows_counted: "there are {is} rows, the manifest says {was}.",
  sum_differs: "column {columns} adds up to {is}, the manifest says {was}.",
  entry_unreadable: "[line {row}: ]this is not an entry.",
  entry_hash: "entry {entry}: the content does not fit its own hash; the entry was altered.",
  entry_gap: "before entry {entry} the entries {from} to {to} are missing.",
  entry_chain: "entry {entry}: does not hold the hash of the entry before it; one of the two was altered.",
  entry_order: "entry {entry}: stands in the wrong place, after entry {before}.",
  entry_unbalanced: "entry {entry}: its postings do not come to zero or are not complete.",
  entry_later: "entry {entry}: was recorded at {at}, after the moment at which this was known.",
  entry_effective_later: "entry {entry}: is effective on {on}, after the day that this is about.",
  entry_programme: "entry {entry}: is of another programme.",
  entry_not_included: "entry {entry}: the proof does not lead to the signed fingerprint.",
  entry_without_proof: "entry {entry}: the proof is missing.",
  entries_counted: "there are {is} entries, the manifest says {was}.",
  total_differs: "{measure}: the entries add up to {is}, the manifest says {was}.",
};

export const NOTE_WORDS_EN: NoteWords = {
  key_from_package:
    "Signed with key {key}, which lies in the package itself. Compare this name with the one at the checkpoints on the website.",
  signed_by: "Signed with key {key}, which you gave along.",
  checkpoint_signed: "Checkpoint over {size} entries of {at}, signed with key {key}.",
  not_covered: "{count} entry/entries are younger than the checkpoint; those are not signed yet.",
  rows_checked: "{file}: {rows} rows are as they were.",
  entries_checked:
    "{entries} entries are as they were recorded; {covered} of them are proved with the checkpoint.",
  files_checked: "{files} files compared.",
  known_at: "{what} of {programme}, as known at {at}.",
  practice: "Practice data: all names, amounts and decisions are made up.",
  checkpoints_checked: "{count} checkpoint(s) read; {proved} proved to go on from another.",
  entry_included: "Entry {entry} stands unchanged in the ledger of {size} entries that was signed.",
};
