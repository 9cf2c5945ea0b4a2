import { z } from "zod";
import { between } from "./fields";

/**
 * Only a page of this site: an address elsewhere would send a person, just signed in, to a stranger, and back to signing
 * in would go round.
 */
export const returnPath = z
  .string()
  .regex(/^\/(?![/\\]|inloggen|uitloggen|api\/)[^\s\\]*$/)
  .max(2000)
  .catch("/");

const LONGEST_EMAIL = 254;
const LONGEST_PASSWORD = 200;

const email = z
  .string("sign-in.errors.email")
  .trim()
  .toLowerCase()
  .min(1, "sign-in.errors.email")
  .max(LONGEST_EMAIL, "sign-in.errors.email")
  // PostgreSQL cannot hold the null character.
  .refine((text) => !text.includes("\u0000"), "sign-in.errors.email");

const password = (empty: string) =>
  z.string(empty).min(1, empty).max(LONGEST_PASSWORD, "sign-in.errors.tooLong");

export const signInSchema = z.object({
  email,
  password: password("sign-in.errors.password"),
  back: returnPath,
});

export const choosePasswordSchema = z
  .object({
    email,
    current: password("sign-in.errors.current"),
    password: password("sign-in.errors.new"),
    repeat: z.string("sign-in.errors.repeat"),
    back: returnPath,
  })
  .refine(({ password: chosen, repeat }) => chosen === repeat, between("repeat", "sign-in.errors.repeat"));

/** What next-auth says in the address when signing in at an identity provider did not work. */
export const oidcProblem = z
  .string()
  .transform((code) => (code === "NoAccount" ? "noAccount" : "failed"))
  .optional()
  .catch(undefined);
