/** Opens the embedded database, says where it is and keeps it until it is told to end. */
import { openEnvironment } from "@/scripts/start/environment";
import { takeSignals } from "@/scripts/start/signals";

const environment = await openEnvironment("test");
takeSignals(() => void environment.close().then(() => process.exit(0)));
setInterval(() => {}, 60_000);
const { DATABASE_URL: url } = environment.variables;
console.log(JSON.stringify({ url, found: environment.embedded?.found }));
