/** The codes by which the leaflet checks find their claims. */
export const INTRO = "folder-inleiding";

export const NOTES = [
  "folder-noot-1",
  "folder-noot-2",
  "folder-noot-3",
  "folder-noot-4",
  "folder-noot-5",
  "folder-noot-6",
  "folder-noot-7",
  "folder-noot-8",
] as const;

export type NoteNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export const noteCode = (number: NoteNumber) => `folder-noot-${number}` as const;

/** Note 7 gives two amounts in one sentence, and no total. */
export const NOTE_7_G4 = "folder-noot-7-g4";
export const NOTE_7_OTHER = "folder-noot-7-andere";
