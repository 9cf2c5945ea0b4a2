import { randomUUID } from "node:crypto";
import pg from "pg";
import { type Grant, issueGrant } from "@/lib/domain/access";
import { makeReportingWorld, type ReportingWorld } from "../reports/reporting-world";
import { openTestDatabase } from "../support/database";
import { asSystemActor } from "../support/ledger-fixture";

export interface WindowsWorld extends ReportingWorld {
  readonly manages: Grant<"window:manage">;
  readonly managesElsewhere: Grant<"window:manage">;
  /** The officer who manages, and another person of the same ministry. */
  readonly decides: Grant<"exception:decide">;
  readonly otherDecides: Grant<"exception:decide">;
  readonly officerAsks: Grant<"exception:request">;
  readonly coordinatorAsks: Grant<"exception:request">;
  readonly neighbourAsks: Grant<"exception:request">;
}

export async function openWindowsWorld(code: string) {
  const database = await openTestDatabase();
  const [owner, app] = [new pg.Client(database.ownerUrl), new pg.Client(database.appUrl)];
  await Promise.all([owner.connect(), app.connect()]);
  let serial = 0;

  async function world(): Promise<WindowsWorld> {
    const made = await makeReportingWorld(owner, `${code}${++serial}`);
    const officer = { ...made.officer, roles: ["officer"] } as const;
    const author = { ...made.officer, personId: made.authorId, name: "indiener" };
    const { coordinator, neighbour, otherOfficer } = made.grants;
    return {
      ...made,
      manages: issueGrant("window:manage", officer),
      managesElsewhere: issueGrant("window:manage", otherOfficer.actor),
      decides: issueGrant("exception:decide", officer),
      otherDecides: issueGrant("exception:decide", author),
      officerAsks: issueGrant("exception:request", officer),
      coordinatorAsks: issueGrant("exception:request", coordinator.actor),
      neighbourAsks: issueGrant("exception:request", neighbour.actor),
    };
  }

  /** Puts the end of a window at this moment: its due date stays. */
  const closeAt = (made: WindowsWorld, window: string, at: string) =>
    asSystemActor(owner, () =>
      owner.query(
        `INSERT INTO window_change (window_id, from_due_on, from_closes_at, due_on, closes_at, reason, changed_by)
         SELECT id, due_on, closes_at, due_on, $2, 'toets', $3 FROM reporting_window WHERE id = $1`,
        [window, at, made.approverId],
      ),
    );

  return {
    database,
    owner,
    app,
    world,
    closeAt,
    close: async () => {
      await Promise.all([owner.end(), app.end()]);
      await database.close();
    },
  };
}
export type Windows = Awaited<ReturnType<typeof openWindowsWorld>>;

export const key = () => randomUUID();
