/** `npm run worker`: writes reminders when they are due and sends mail, until it is stopped. */
import { closePool } from "@/lib/db/pool";
import { startWorker } from "@/lib/mail/worker";
import { takeSignals } from "./start/signals.ts";

const worker = await startWorker({ variables: process.env, say: (line) => console.log(line) });
takeSignals(() => void worker.stop().catch(() => {}));
console.log(
  process.env.SMTP_URL && process.env.MAIL_FROM
    ? "Reminders are written and sent."
    : "Reminders are written; without SMTP_URL and MAIL_FROM none is sent.",
);
// What is due now need not wait for the hour.
await worker.addJob("remind", {}, { jobKey: "remind-now" });
await worker.promise;
await closePool();
