import type { Actor } from "@/lib/domain/access";
import { contextToken } from "./context-token";
import type { Prisma } from "./generated/client";
import { prisma } from "./pool";
import { asRefusal } from "./refusals";

/** A transaction that carries the actor: row-level security sees it in every statement. */
export type Tx = Prisma.TransactionClient;

interface Limits {
  readonly maxWait: number;
  readonly timeout: number;
  /** Left out: every statement sees what was committed before it. */
  readonly isolationLevel?: "RepeatableRead";
}

const LIMITS: Limits = { maxWait: 10_000, timeout: 60_000 };
/** For work on a hundred thousand lines at once. */
export const LONG: Limits = { maxWait: 10_000, timeout: 600_000 };
/** For figures that are held against each other: every statement sees the same, whatever is committed meanwhile. */
export const ONE_VIEW: Limits = { ...LONG, isolationLevel: "RepeatableRead" };

/**
 * Runs work as this actor in one transaction, READ COMMITTED unless the limits say otherwise.
 * @throws Refusal when a guard of the database said no; the transaction is then rolled back whole.
 */
export async function inContext<T>(
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  limits: Limits = LIMITS,
): Promise<T> {
  try {
    return await prisma().$transaction(async (tx) => {
      const token = contextToken(actor, Date.now(), 2 * (limits.timeout / 1000));
      await tx.$queryRaw`SELECT set_config('app.context', ${token}, true)`;
      return work(tx);
    }, limits);
  } catch (error) {
    throw asRefusal(error);
  }
}

const SYSTEM: Actor = { personId: null, name: "system", scope: "system", roles: [], organisationIds: [] };

/** For sign-in, jobs and seeding: no person acts. The architecture test allows lib/auth and scripts only. */
export const asSystem = <T>(work: (tx: Tx) => Promise<T>, limits: Limits = LIMITS): Promise<T> =>
  inContext(SYSTEM, work, limits);
