import "server-only";
import type { Viewer } from "@/lib/domain/access";
import { currentPerson } from "./session";

export async function getViewer(): Promise<Viewer | null> {
  const person = await currentPerson();
  if (person === null) return null;
  const organisations = new Set(person.held.map(({ organisationName }) => organisationName));
  return {
    name: person.name,
    roles: [...new Set(person.held.map(({ role }) => role))],
    organisation: [...organisations].join(", ") || null,
  };
}
