import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { forgetTries, type Limit, returnTry, takeTry } from "@/lib/db/rate-limit";
import { type AccountRow, accountByEmail, recordDenied, storeOwnPassword } from "@/lib/db/sign-in";
import { hashPassword, isOnce, passwordMatches } from "./password";

export const PER_ACCOUNT: Limit = { name: "sign-in-account", points: 10, seconds: 15 * 60 };
export const PER_ADDRESS: Limit = { name: "sign-in-address", points: 100, seconds: 15 * 60 };

/** Each next try at an account waits longer, from the third on: who mistypes once notices nothing. */
export const delayBefore = (used: number): number => (used < 3 ? 0 : Math.min(250 * 2 ** (used - 3), 4_000));

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Where the try comes from. */
  readonly address: string;
}

export type PasswordCheck =
  | { readonly result: "matches"; readonly account: AccountRow; readonly once: boolean }
  | { readonly result: "refused" }
  | { readonly result: "too_many"; readonly minutes: number };

async function takeTries(email: string, address: string) {
  const tries = [await takeTry(PER_ADDRESS, address), await takeTry(PER_ACCOUNT, email)] as const;
  const refused = tries.flatMap((one) => (one.allowed ? [] : [one.seconds]));
  const used = tries[1].allowed ? tries[1].used : 0;
  return { used, minutes: refused.length === 0 ? null : Math.ceil(Math.max(...refused) / 60) };
}

/**
 * One try at one account. The answer, and the time it takes, are the same for an account that does not exist, one that
 * is disabled and one with another password.
 */
export async function checkPassword({ email, password, address }: Credentials): Promise<PasswordCheck> {
  const { used, minutes } = await takeTries(email, address);
  if (minutes !== null) {
    await recordDenied(null, "sign-in.limited", {}, address);
    return { result: "too_many", minutes };
  }
  await wait(delayBefore(used));
  const account = await accountByEmail(email);
  const matches = await passwordMatches(account?.passwordHash ?? null, password);
  if (account === null || !matches || account.disabled) {
    // What was typed is not kept: people type a password where the address belongs.
    await recordDenied(account?.personId ?? null, "sign-in.refused", { by: "password" }, address);
    return { result: "refused" };
  }
  await Promise.all([forgetTries(PER_ACCOUNT, email), returnTry(PER_ADDRESS, address)]);
  return { result: "matches", account, once: isOnce(account.passwordHash) };
}

/** Replaces the password that was just checked by one that the person chose. */
export async function choosePassword(account: AccountRow, password: string, address: string): Promise<void> {
  await storeOwnPassword(account, await hashPassword(password), address);
}
