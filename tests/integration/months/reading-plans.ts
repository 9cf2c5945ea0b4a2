import pg from "pg";
import { contextToken } from "@/lib/db/context-token";
import type { Actor } from "@/lib/domain/access";

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What one part of a plan did with a table. */
export interface Reading {
  readonly table: string;
  readonly way: string;
  /** Rows it looked at, those it left out included. */
  readonly rows: number;
}

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly "Rows Removed by Index Recheck"?: number;
  readonly Plans?: readonly Plan[];
}

const JOURNAL = /\b(?:entry|posting|account_month)\b/;

/** The statements about the journal that some work sends to the database, exactly as they are sent. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const prototype = pg.Client.prototype as { query: (...given: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function (this: unknown, ...given: unknown[]) {
    const [asked, values] = given as [string | { text?: string; values?: unknown[] }, unknown[] | undefined];
    const text = typeof asked === "string" ? asked : (asked.text ?? "");
    if (JOURNAL.test(text) && /^\s*(?:SELECT|WITH|\()/i.test(text))
      sent.push({ text, values: values ?? (typeof asked === "string" ? [] : (asked.values ?? [])) });
    return query.apply(this, given);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return sent;
}

/** How PostgreSQL answers a statement for this reader: run once more, and every part of its plan that touches a table. */
export async function readingsOf(
  app: pg.Client,
  actor: Actor,
  { text, values }: Statement,
): Promise<Reading[]> {
  await app.query("BEGIN READ ONLY");
  try {
    await app.query("SELECT set_config('app.context', $1, true)", [contextToken(actor)]);
    const { rows } = await app.query<{ "QUERY PLAN": readonly { readonly Plan: Plan }[] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
      [...values],
    );
    return (rows[0]?.["QUERY PLAN"] ?? []).flatMap(({ Plan: plan }) => readingsIn(plan));
  } finally {
    await app.query("ROLLBACK");
  }
}

function readingsIn(plan: Plan): Reading[] {
  const looked =
    plan["Actual Rows"] +
    (plan["Rows Removed by Filter"] ?? 0) +
    (plan["Rows Removed by Index Recheck"] ?? 0);
  const table = plan["Relation Name"];
  const own =
    table === undefined
      ? []
      : [{ table, way: plan["Node Type"], rows: Math.round(looked * plan["Actual Loops"]) }];
  return [...own, ...(plan.Plans ?? []).flatMap(readingsIn)];
}
