import "server-only";
import type { Viewer } from "@/lib/domain/access";
import { currentPerson } from "./session";

export async function getViewer(): Promise<Viewer | null> {
  const person = await currentPerson();
  if (person === null) return null;
  const own = person.held.filter(({ principalId }) => principalId === undefined);
  const organisations = new Set(own.map(({ organisationName }) => organisationName));
  return {
    name: person.name,
    roles: [...new Set(own.map(({ role }) => role))],
    organisation: [...organisations].join(", ") || null,
  };
}
