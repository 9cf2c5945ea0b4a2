/** `npm run db`: the embedded database alone, in the foreground, with its addresses. */
import { openEnvironment } from "./start/environment.ts";
import { takeSignals } from "./start/signals.ts";

const environment = await openEnvironment("npm run db");
const { DATABASE_URL, MIGRATE_DATABASE_URL, VERIFIER_DATABASE_URL } = environment.variables;
console.log(
  `DATABASE_URL=${DATABASE_URL}\nMIGRATE_DATABASE_URL=${MIGRATE_DATABASE_URL}\nVERIFIER_DATABASE_URL=${VERIFIER_DATABASE_URL}`,
);
if (environment.embedded) {
  console.log("\nCtrl-C stops it.");
  const wait = setInterval(() => {}, 60_000);
  takeSignals(() => {
    clearInterval(wait);
    void environment.close();
  });
}
