import { Logger, parseCronItems, type Runner, run, type Task } from "graphile-worker";
import { mailServer } from "./smtp";
import { remind, sendMail } from "./tasks";

const mailOf = (payload: unknown): string => {
  const { mail } = payload as { readonly mail?: unknown };
  if (typeof mail !== "string") throw new Error("This job names no mail.");
  return mail;
};

/** Work of another part of the system that the worker does as well: when it is asked for, or by the clock. */
export interface Chore {
  readonly name: string;
  /** `last`: when it fails now, it is not tried again. */
  readonly run: (payload: unknown, last: boolean) => Promise<void>;
  /** In UTC, as crontab writes it. */
  readonly every?: string;
}

const taskOf =
  ({ run: work }: Chore): Task =>
  (payload, { job }) =>
    work(payload, job.attempts >= job.max_attempts);

/** The machine was off: what should have been done within a day is done at the next start. */
const A_NIGHT_MISSED = 24 * 3600 * 1000;

interface WorkerOptions {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly say?: (line: string) => void;
  readonly chores?: readonly Chore[];
}

/** Looks every hour which reminders are due, sends what waits, and does the chores. Any number of workers may run. */
export async function startWorker({
  variables,
  say = () => {},
  chores = [],
}: WorkerOptions): Promise<Runner> {
  const { DATABASE_URL: connectionString, NEXTAUTH_URL: site = "http://localhost:3000" } = variables;
  if (!connectionString) throw new Error("DATABASE_URL is not set.");
  const server = mailServer(variables);
  const runner = await run({
    connectionString,
    concurrency: 2,
    maxPoolSize: 4,
    noHandleSignals: true,
    noPreparedStatements: true,
    logger: new Logger(() => (level, message) => {
      if (level === "error" || level === "warning") say(message);
    }),
    taskList: {
      remind: async () => {
        const written = await remind(new Date(), site);
        if (written > 0) say(`${written} reminders written`);
      },
      send_mail: (payload) => sendMail(mailOf(payload), server),
      ...Object.fromEntries(chores.map((chore) => [chore.name, taskOf(chore)])),
    },
    parsedCronItems: parseCronItems([
      // Ten past every hour: a reminder is a matter of the day, and an hour that was missed is made good on the next.
      { task: "remind", match: "10 * * * *", identifier: "remind" },
      ...chores.flatMap(({ name, every }) =>
        every === undefined
          ? []
          : [{ task: name, match: every, identifier: name, options: { backfillPeriod: A_NIGHT_MISSED } }],
      ),
    ]),
  });
  void runner.promise.finally(() => server?.close()).catch(() => {});
  return runner;
}
