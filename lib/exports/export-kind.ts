/** The audit log, which is of no programme. */
export const LOG_KIND = "logboek";

/** What leaves of a programme as a file, by the name in its address. */
export type ExportKind =
  | "aansluiting"
  | "verschil"
  | "extern"
  | "koppelingen"
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
  | "vaststelling"
  | "steekproeven"
  | "steekproef"
  | "bewijsverzoeken"
  | "bevindingen"
  | "tolerantie"
  | "signalen"
  | "controle";
