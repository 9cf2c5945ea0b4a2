import { hash } from "@node-rs/argon2";
import type { Tx } from "@/lib/db/transaction";
import { emailOf, PEOPLE } from "./people-data";
import { idOf, type Structure } from "./structure";

export interface PracticeAccount {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly organisation: string;
}

/** Person ids by account name. */
export type People = ReadonlyMap<string, string>;

export async function loadPeople(
  tx: Tx,
  structure: Structure,
  password: string,
): Promise<{ people: People; accounts: PracticeAccount[] }> {
  const people = new Map<string, string>();
  const accounts: PracticeAccount[] = [];
  for (const one of PEOPLE) {
    const person = await tx.person.create({
      data: {
        name: one.name,
        isPractice: true,
        accounts: { create: { email: emailOf(one.account), passwordHash: await hash(password) } },
        roles: {
          create: one.roles.map((role) => ({
            role,
            organisationId: idOf(structure.organisations, one.organisation),
          })),
        },
      },
    });
    people.set(one.account, person.id);
    accounts.push({
      email: emailOf(one.account),
      password,
      name: one.name,
      roles: one.roles,
      organisation: one.organisation,
    });
  }
  return { people, accounts };
}
