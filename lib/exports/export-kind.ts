/** What leaves as a file, by the name in its address. */
export type ExportKind =
  | "aansluiting"
  | "grootboek"
  | "journaal"
  | "toekenningen"
  | "rapportages"
  | "scenario"
  | "verdeling"
  | "overzicht"
  | "geschiedenis"
  | "plafonds"
  | "verzamelvoorstel"
  | "verzamelvoorstellen"
  | "voorschotten"
  | "proefdraai"
  | "vaststelling";
