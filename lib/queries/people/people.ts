import "server-only";
import { readDeputies } from "@/lib/db/people/read-deputies";
import { listOrganisations, listPeople, openSessions, readPerson } from "@/lib/db/people/read-people";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { DeputyFile } from "@/lib/domain/people/deputies";
import type {
  OrganisationLine,
  PersonFile,
  PersonLine,
  SessionLine,
} from "@/lib/domain/people/person-overview";

export const PEOPLE_PER_PAGE = 50;

type Admin = Grant<"people:manage">;

export const findPeople = (
  { actor }: Admin,
  {
    text,
    disabled,
    page,
  }: { readonly text: string; readonly disabled: boolean | null; readonly page: number },
): Promise<{ rows: PersonLine[]; total: number }> =>
  inContext(actor, (tx) =>
    listPeople(tx, { text, disabled, limit: PEOPLE_PER_PAGE, offset: (page - 1) * PEOPLE_PER_PAGE }),
  );

/** @throws NotFound */
export const findPerson = ({ actor }: Admin, id: string, idleSeconds: number): Promise<PersonFile> =>
  inContext(actor, (tx) => readPerson(tx, id, idleSeconds));

export const findDeputies = ({ actor }: Admin, personId: string): Promise<DeputyFile> =>
  inContext(actor, (tx) => readDeputies(tx, personId));

export const findOrganisations = ({ actor }: Admin): Promise<OrganisationLine[]> =>
  inContext(actor, listOrganisations);

export const findSessions = ({ actor }: Admin, idleSeconds: number): Promise<SessionLine[]> =>
  inContext(actor, (tx) => openSessions(tx, idleSeconds, null));
