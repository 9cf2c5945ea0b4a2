"use server";

import { randomBytes } from "node:crypto";
import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { hashOnce } from "@/lib/auth/password";
import { endDeputy, makeDeputy } from "@/lib/commands/people/manage-deputies";
import {
  addPerson,
  endAllSessions,
  endOneSession,
  endRole,
  grantRole,
  setAccess,
  setOnePassword,
} from "@/lib/commands/people/manage-people";
import {
  accessSchema,
  deputyIdSchema,
  deputySchema,
  grantRoleSchema,
  newPersonSchema,
  nothingSchema,
  roleIdSchema,
  sessionSchema,
} from "@/lib/input/people";

const ONE_DAY = 24 * 60 * 60 * 1000;

/** Easy to read over a telephone, and 80 bits: nobody guesses it within a day. */
function onePassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const signs = [...randomBytes(20)].map((byte) => letters[byte % letters.length] ?? "a").join("");
  return signs.replace(/(.{5})(?=.)/g, "$1-");
}

/** The answer to a form that made a password: it is in this answer and nowhere else. */
const shownOnce = (shown: string, href: string): FormState => ({
  status: "idle",
  values: { shown, href },
  fieldErrors: {},
  reasons: [],
});

const page = (id: string, done: string) => `/beheer/mensen/${encodeURIComponent(id)}?gedaan=${done}`;

export async function addPersonAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(newPersonSchema, form, async (input) => {
    const grant = await authorize("people:manage");
    const password = onePassword();
    const { id } = await addPerson(grant, {
      ...input,
      passwordHash: await hashOnce(password, new Date(Date.now() + ONE_DAY)),
    });
    return shownOnce(password, `/beheer/mensen/${id}`);
  });
}

export async function resetPasswordAction(
  personId: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(nothingSchema, form, async () => {
    const grant = await authorize("people:manage");
    const password = onePassword();
    await setOnePassword(grant, personId, await hashOnce(password, new Date(Date.now() + ONE_DAY)));
    return shownOnce(password, "");
  });
}

export async function grantRoleAction(
  personId: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(grantRoleSchema, form, async (input) => {
    await grantRole(await authorize("people:manage"), { ...input, personId });
    redirect(page(personId, "rol"));
  });
}

export async function endRoleAction(
  personId: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(roleIdSchema, form, async ({ roleId }) => {
    await endRole(await authorize("people:manage"), personId, roleId);
    redirect(page(personId, "rol-einde"));
  });
}

export async function accessAction(
  personId: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(accessSchema, form, async ({ access }) => {
    await setAccess(await authorize("people:manage"), personId, access === "aan");
    redirect(page(personId, access));
  });
}

export async function endSessionAction(
  back: "person" | "sessions",
  personId: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(sessionSchema, form, async ({ session }) => {
    await endOneSession(await authorize("people:manage"), session);
    redirect(back === "person" ? page(personId, "sessie") : "/beheer/sessies?gedaan=sessie");
  });
}

export async function endAllSessionsAction(
  personId: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(nothingSchema, form, async () => {
    await endAllSessions(await authorize("people:manage"), personId);
    redirect(page(personId, "sessies"));
  });
}

export async function makeDeputyAction(
  personId: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(deputySchema, form, async ({ who, ...input }) => {
    await makeDeputy(await authorize("people:manage"), { ...input, ...who, principalId: personId });
    redirect(page(personId, "waarneming"));
  });
}

export async function endDeputyAction(
  personId: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(deputyIdSchema, form, async ({ deputy }) => {
    await endDeputy(await authorize("people:manage"), personId, deputy);
    redirect(page(personId, "waarneming-einde"));
  });
}
