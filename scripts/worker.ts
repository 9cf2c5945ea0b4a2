/** `npm run worker`: reminders, mail, checkpoints and exports, until it is stopped. */
import { closePool } from "@/lib/db/pool";
import { startWorker } from "@/lib/mail/worker";
import { chores } from "./chores/chores.ts";
import { takeSignals } from "./start/signals.ts";

const say = (line: string) => console.log(line);
const worker = await startWorker({ variables: process.env, say, chores: chores(process.env, say) });
takeSignals(() => void worker.stop().catch(() => {}));
console.log(
  process.env.SMTP_URL && process.env.MAIL_FROM
    ? "Reminders are written and sent."
    : "Reminders are written; without SMTP_URL and MAIL_FROM none is sent.",
);
console.log(
  process.env.CHECKPOINT_KEY_FILE && process.env.CHECKPOINT_DIR
    ? "Exports are made, and checkpoints are signed every night."
    : "Exports are made. Checkpoints are not signed here: CHECKPOINT_KEY_FILE and CHECKPOINT_DIR are not set.",
);
// What is due now need not wait for the hour.
await worker.addJob("remind", {}, { jobKey: "remind-now" });
await worker.promise;
await closePool();
