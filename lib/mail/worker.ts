import { Logger, parseCronItems, type Runner, run } from "graphile-worker";
import { mailServer } from "./smtp";
import { remind, sendMail } from "./tasks";

const mailOf = (payload: unknown): string => {
  const { mail } = payload as { readonly mail?: unknown };
  if (typeof mail !== "string") throw new Error("This job names no mail.");
  return mail;
};

interface WorkerOptions {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly say?: (line: string) => void;
}

/** Looks every hour which reminders are due, and sends what waits. Any number of workers may run. */
export async function startWorker({ variables, say = () => {} }: WorkerOptions): Promise<Runner> {
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
    },
    // Ten past every hour: a reminder is a matter of the day, and an hour that was missed is made good on the next.
    parsedCronItems: parseCronItems([{ task: "remind", match: "10 * * * *", identifier: "remind" }]),
  });
  void runner.promise.finally(() => server?.close()).catch(() => {});
  return runner;
}
