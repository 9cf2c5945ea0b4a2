"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { submitForm } from "@/app/submit-form";
import { type FormReason, type FormState, keptValues } from "@/components/forms/form-state";
import { clientAddress } from "@/lib/auth/client-address";
import { isOwnOrigin } from "@/lib/auth/origin";
import { passwordProblem } from "@/lib/auth/password-policy";
import { beginSession, setSessionCookie } from "@/lib/auth/session";
import { checkPassword, choosePassword, type PasswordCheck } from "@/lib/auth/sign-in";
import { Refusal } from "@/lib/domain/refusal";
import { choosePasswordSchema, signInSchema } from "@/lib/input/sign-in";

const SECRETS = ["password", "current", "repeat"];

const refused = (form: FormData, part: Partial<FormState>): FormState => ({
  status: "refused",
  values: keptValues(form, SECRETS),
  fieldErrors: {},
  reasons: [],
  ...part,
});

async function requireOwnPage(): Promise<void> {
  if (!isOwnOrigin(await headers())) throw new Refusal("not_allowed");
}

async function reasonFor(check: Exclude<PasswordCheck, { result: "matches" }>): Promise<FormReason> {
  const t = await getTranslations("sign-in");
  if (check.result === "refused") return { field: "email", message: t("wrong") };
  return { message: t("tooMany", { minutes: check.minutes }) };
}

export async function signInAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(
    signInSchema,
    form,
    async ({ email, password, back }) => {
      await requireOwnPage();
      const check = await checkPassword({ email, password, address: await clientAddress() });
      if (check.result !== "matches") return refused(form, { reasons: [await reasonFor(check)] });
      if (check.once) {
        const t = await getTranslations("sign-in");
        const href = `/inloggen/wachtwoord?terug=${encodeURIComponent(back)}`;
        return refused(form, { reasons: [{ message: t("once"), lift: { text: t("onceLift"), href } }] });
      }
      await setSessionCookie(await beginSession(check.account, "password"));
      redirect(back);
    },
    SECRETS,
  );
}

/** Needs the present password, not a session: also who holds a password for once only comes in here. */
export async function choosePasswordAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(
    choosePasswordSchema,
    form,
    async ({ email, current, password, back }) => {
      await requireOwnPage();
      const t = await getTranslations("sign-in");
      const problem = passwordProblem(password, [email]);
      if (problem !== null) return refused(form, { fieldErrors: { password: [t(`policy.${problem}`)] } });
      const address = await clientAddress();
      const check = await checkPassword({ email, password: current, address });
      if (check.result !== "matches") return refused(form, { reasons: [await reasonFor(check)] });
      if (current === password || passwordProblem(password, [check.account.name]) !== null) {
        return refused(form, { fieldErrors: { password: [t("policy.common")] } });
      }
      await choosePassword(check.account, password, address);
      await setSessionCookie(await beginSession(check.account, "password"));
      redirect(back);
    },
    SECRETS,
  );
}
