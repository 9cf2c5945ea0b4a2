import type { Role } from "@/lib/domain/access";

interface PracticePerson {
  /** Sign-in name before @oefen.example. */
  readonly account: string;
  readonly name: string;
  readonly roles: readonly Exclude<Role, "public">[];
  readonly organisation: string;
}

/** Invented people: one per role, two officers of one ministry and one of another, three municipalities. */
export const PEOPLE: readonly PracticePerson[] = [
  { account: "officer", name: "N. Voorbeeld", roles: ["officer"], organisation: "OEFMIN-A" },
  { account: "officer2", name: "R. Model", roles: ["officer", "approver"], organisation: "OEFMIN-A" },
  { account: "approver", name: "T. Akkoord", roles: ["approver"], organisation: "OEFMIN-A" },
  { account: "officer.b", name: "B. Oefening", roles: ["officer"], organisation: "OEFMIN-B" },
  { account: "approver.b", name: "L. Tegenlees", roles: ["approver"], organisation: "OEFMIN-B" },
  { account: "coordinator", name: "S. Proef", roles: ["coordinator"], organisation: "OEF01" },
  { account: "signer", name: "M. Toets", roles: ["signer"], organisation: "OEF01" },
  { account: "coordinator.oefendam", name: "J. Dammers", roles: ["coordinator"], organisation: "OEF02" },
  { account: "signer.oefendam", name: "F. Sluis", roles: ["signer"], organisation: "OEF02" },
  { account: "coordinator.proefrade", name: "K. Rade", roles: ["coordinator"], organisation: "OEF03" },
  { account: "signer.proefrade", name: "H. Zegel", roles: ["signer"], organisation: "OEF03" },
  { account: "auditor", name: "A. Controle", roles: ["auditor"], organisation: "OEFAUD" },
  { account: "auditor2", name: "E. Collega", roles: ["auditor"], organisation: "OEFAUD" },
  { account: "administrator", name: "I. Beheer", roles: ["administrator"], organisation: "OEFBEH" },
];

export const emailOf = (account: string) => `${account}@oefen.example`;
