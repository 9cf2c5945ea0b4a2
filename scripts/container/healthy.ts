/** The health check of the container: whether the server in it answers. */
import { env, exit } from "node:process";

const answer = await fetch(`http://127.0.0.1:${env.PORT ?? "3000"}/api/health`, {
  signal: AbortSignal.timeout(2_500),
});
exit(answer.ok ? 0 : 1);
