import type pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { sha256 } from "./hash";
import { pool } from "./pool";

export interface Limit {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/** `used` counts this try; when none was left, the seconds until there is one again. */
export type Try =
  | { readonly allowed: true; readonly used: number }
  | { readonly allowed: false; readonly seconds: number };

const limiters = new WeakMap<pg.Pool, Map<string, RateLimiterPostgres>>();

function limiterOf({ name, points, seconds }: Limit): RateLimiterPostgres {
  const storeClient = pool();
  const known = limiters.get(storeClient) ?? new Map<string, RateLimiterPostgres>();
  limiters.set(storeClient, known);
  const limiter =
    known.get(name) ??
    new RateLimiterPostgres({
      storeClient,
      // Said, because a build takes away the name of the class by which it would be guessed.
      storeType: "pool",
      tableName: "rate_limit",
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: seconds,
    });
  known.set(name, limiter);
  return limiter;
}

/** Who tried what is nobody's business in a counter, and an e-mail address may be longer than its key. */
const keyOf = (subject: string) => Buffer.from(sha256(Buffer.from(subject))).toString("hex");

/** Takes one try from the counter that all instances share: one statement, so that no two of them get the same. */
export async function takeTry(limit: Limit, subject: string): Promise<Try> {
  try {
    const { consumedPoints } = await limiterOf(limit).consume(keyOf(subject));
    return { allowed: true, used: consumedPoints };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { allowed: false, seconds: Math.ceil(refused.msBeforeNext / 1000) };
  }
}

/** A try that turned out well does not count: a whole town hall may come from one address. */
export async function returnTry(limit: Limit, subject: string): Promise<void> {
  await limiterOf(limit).reward(keyOf(subject));
}

export async function forgetTries(limit: Limit, subject: string): Promise<void> {
  await limiterOf(limit).delete(keyOf(subject));
}
